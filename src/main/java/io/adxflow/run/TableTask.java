package io.adxflow.run;

import io.adxflow.adx.spark.StagedRows;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.job.model.WriteMode;
import io.adxflow.run.commit.CommitAnswer;
import io.adxflow.run.commit.CommitId;
import io.adxflow.run.commit.CommitMode;
import io.adxflow.run.commit.StagedRowsDifferException;
import io.adxflow.run.commit.StagingTable;
import io.adxflow.run.commit.TableCommits;
import io.adxflow.run.commit.TargetTable;
import io.adxflow.run.commit.VerifiedTable;
import io.adxflow.run.model.AdxWrite;
import io.adxflow.run.model.Outcome;
import io.adxflow.run.model.RunPhase;
import io.adxflow.run.model.RunProblem;
import io.adxflow.run.model.SinkResult;
import io.adxflow.run.spark.SparkRun;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A table of ADX: staged in a table of its own, counted, and then committed by one command. */
final class TableTask implements SinkTask {
    private static final int STAGING_ATTEMPTS = 3;

    private final AdxWrite write;
    private final SourceText file;
    private final SparkRun spark;
    private final TableCommits commits;
    private final CommitId id;
    private final RunTools tools;
    private final PhaseTimes times;
    private final SinkTally tally;
    private TargetTable target;
    private VerifiedTable verified;

    TableTask(
            AdxWrite write,
            SourceText file,
            SparkRun spark,
            TableCommits commits,
            CommitId id,
            RunTools tools,
            PhaseTimes times) {
        this.write = write;
        this.file = file;
        this.spark = spark;
        this.commits = commits;
        this.id = id;
        this.tools = tools;
        this.times = times;
        this.tally = SinkTally.of(write);
    }

    @Override
    public List<Diagnostic> problems() {
        TargetTable found = commits.find(write.table().value());
        target = found.exists() ? found : found.toBeCreatedWith(spark.columns(write));
        Stream<Diagnostic> obstacles = commits.obstacles(target.name(), mode()).stream()
                .map(problem -> problem.moved(none -> write.name().span()).in(file));
        return Stream.concat(obstacles, spark.problems(write, target).stream()).toList();
    }

    @Override
    public void stage() {
        Instant from = tools.clock().instant();
        verified = verifiedRows();
        tally.spent(from, tools.clock().instant());
        tally.wrote(verified.rows());
        if (verified.rows() == 0 && write.mode() == WriteMode.REPLACE) {
            throw RunProblem.EMPTY_REPLACE
                    .at(write.name().span(), write.table().value())
                    .withHint("the table keeps its rows; look at the filters of '" + write.from() + "'")
                    .in(file)
                    .toException();
        }
    }

    @Override
    public void commit() {
        times.enter(RunPhase.COMMIT, write.name().value());
        Instant from = tools.clock().instant();
        CommitAnswer answer = commits.commit(verified, mode());
        tally.spent(from, tools.clock().instant());
        tally.ended(answer.outcome(), id.text());
        if (answer.outcome() == Outcome.UNKNOWN) {
            commits.keep(verified.staging());
        }
        if (answer.outcome() != Outcome.COMMITTED) {
            throw new RemoteException(
                    "the table '" + write.table() + "' is " + answer.outcome().text() + ": " + answer.detail()
                            + hint(answer),
                    true,
                    0,
                    "",
                    null);
        }
    }

    @Override
    public SinkResult result() {
        return tally.result();
    }

    /** Fills one staging table after the other until one holds exactly what Spark wrote. */
    private VerifiedTable verifiedRows() {
        for (int attempt = 1; ; attempt++) {
            try {
                return stagedOnce(attempt);
            } catch (StagedRowsDifferException differ) {
                giveUpAfterLast(attempt, new RemoteException(differ.getMessage(), true, 0, "", differ));
            } catch (RemoteException failure) {
                giveUpAfterLast(attempt, failure);
            }
        }
    }

    private void giveUpAfterLast(int attempt, RemoteException failure) {
        if (attempt == STAGING_ATTEMPTS || !failure.isRetryable()) {
            throw failure;
        }
        tools.listener().noted("staging '" + write.name() + "' again: " + failure.getMessage());
    }

    private VerifiedTable stagedOnce(int attempt) {
        times.enter(RunPhase.STAGE, write.name().value());
        StagingTable staging = commits.stage(target, write.number(), attempt);
        StagedRows written = spark.append(write, staging);
        written.warnings().forEach(tools.listener()::noted);
        times.enter(RunPhase.VERIFY, write.name().value());
        return commits.verify(staging, written.rows());
    }

    private CommitMode mode() {
        return write.mode() == WriteMode.REPLACE ? CommitMode.REPLACE : CommitMode.APPEND;
    }

    private String hint(CommitAnswer answer) {
        return answer.outcome() == Outcome.UNKNOWN
                ? "\n    hint: look for the tag 'adxflow:" + id.text() + "' in the table and in "
                        + verified.staging().name() + " before running the job again"
                : "\n    hint: the table holds what it held before; run the job again";
    }
}
