package io.adxflow.run.spark;

import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.spark.AdxTables;
import io.adxflow.adx.spark.AdxTarget;
import io.adxflow.adx.spark.StagedRows;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Source;
import io.adxflow.job.model.Step;
import io.adxflow.run.commit.StagingTable;
import io.adxflow.run.commit.TargetTable;
import io.adxflow.run.model.AdxWrite;
import io.adxflow.run.model.CheckResult;
import io.adxflow.run.model.JobGraph;
import io.adxflow.run.model.Quarantine;
import io.adxflow.run.model.RequestIds;
import io.adxflow.run.quality.CheckSql;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Spark's part of one run: {@code open → define → check → append and stage → publish}. Its callers see no Spark. Failures
 * come out as {@code UserException} or {@code RemoteException}.
 */
public final class SparkRun implements AutoCloseable {
    private final SparkInputs inputs;
    private final SparkSession session;
    private final AdxTables engine;
    private final RowCounts counts;
    private final FlowTables tables;
    private final OtherSinks others;
    private final SparkProgress progress;

    private SparkRun(SparkInputs inputs, SparkSession session) {
        this.inputs = inputs;
        this.session = session;
        this.engine = Engines.of(inputs.engine(), session, inputs.clock());
        this.counts = RowCounts.listeningTo(session);
        this.tables = new FlowTables(inputs.job(), JobGraph.of(inputs.job()), counts);
        this.others = new OtherSinks(session, inputs, tables, counts);
        this.progress = new SparkProgress(inputs.listener());
        session.sparkContext().addSparkListener(progress);
        session.sparkContext()
                .setJobGroup(inputs.runId(), "adxflow " + inputs.job().name(), true);
    }

    /** Starts Spark, or joins the application that runs already. */
    public static SparkRun open(SparkInputs inputs) {
        return new SparkRun(inputs, SparkSessions.open(inputs.host()));
    }

    /** Opens the sources and lets Spark find the columns of every step; reads no rows. */
    public void define() {
        Job job = inputs.job();
        doing("opening the sources", () -> {
            tables.define(
                    new SourceTables(session, job, inputs.secrets(), engine, inputs.cluster(), inputs.runId()),
                    new StepTables(session, job));
            return job;
        });
    }

    /** The columns that a table would have that is made for the write. */
    public List<AdxColumn> columns(AdxWrite write) {
        return AdxColumns.of(rows(write).schema());
    }

    /** What keeps the rows of a write from fitting the table. */
    public List<Diagnostic> problems(AdxWrite write, TargetTable table) {
        return fit(write, table).problems().stream()
                .map(problem -> problem.in(inputs.job().text()))
                .toList();
    }

    /** Computes every step that has checks, and counts the rows that fail them. */
    public List<CheckResult> check() {
        QualityOnSpark quality = new QualityOnSpark(inputs.job(), tables);
        return doing("checking", () -> JobGraph.of(inputs.job()).stepsInOrder().stream()
                .flatMap(step -> quality.verdicts(step).stream())
                .toList());
    }

    /** Computes the rows of a write and lets the engine append them to its staging table. */
    public StagedRows append(AdxWrite write, StagingTable staging) {
        String request = RequestIds.of(inputs.runId(), staging.name());
        return doing(
                "writing '" + write.name() + "'",
                () -> engine.append(
                        fit(write, staging.target()).shape(rows(write)),
                        new AdxTarget(inputs.cluster(), staging.name(), request)));
    }

    /** The sinks outside ADX. */
    public OtherSinks others() {
        return others;
    }

    /** Rows of a source or a step, for the report; empty when they were not all computed. */
    public OptionalLong rowsOf(String table) {
        return counts.of(table.toLowerCase(Locale.ROOT));
    }

    /** Waits a moment for Spark's last counts. */
    public void settle() {
        Job job = inputs.job();
        counts.await(Stream.concat(
                        job.sources().stream().map(Source::name),
                        job.steps().stream().map(Step::name))
                .map(FlowTables::key)
                .collect(Collectors.toSet()));
    }

    /** Stops what Spark is doing for this run; called from another thread. */
    public void cancel() {
        session.sparkContext().cancelJobGroup(inputs.runId());
    }

    @Override
    public void close() {
        tables.forget();
        counts.stop();
        session.sparkContext().removeSparkListener(progress);
        session.sparkContext().clearJobGroup();
    }

    private ColumnFit fit(AdxWrite write, TargetTable table) {
        return new ColumnFit(
                write.from().value(), rows(write).schema(), table, write.name().span());
    }

    private Dataset<Row> rows(AdxWrite write) {
        return write.quarantine().map(this::rejected).orElseGet(() -> tables.rows(write.from()));
    }

    private Dataset<Row> rejected(Quarantine quarantine) {
        return tables.unchecked(quarantine.step())
                .filter(CheckSql.rejected(quarantine.checks()))
                .withColumn(Quarantine.REASON, functions.expr(CheckSql.reason(quarantine.checks())))
                .withColumn(Quarantine.RUN, functions.lit(inputs.runId()));
    }

    static <T> T doing(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (Exception failure) {
            throw SparkFailure.of(what, failure);
        }
    }
}
