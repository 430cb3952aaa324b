package io.adxflow.run.commit;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Commits the ADX tables of one run: {@code sweep → find → stage → (an engine writes) → verify → commit → clean}. One
 * driver at a time: two runs of the same job drop each other's staging tables, and the one that loses fails with its
 * targets untouched.
 */
public final class TableCommits {
    private final AdxPort port;
    private final CommitId commit;
    private final StagingTables staging;
    private final Targets targets;
    private final TargetRules rules;
    private final List<String> open = new ArrayList<>();

    public TableCommits(AdxPort port, String jobName, CommitId commit) {
        this.port = port;
        this.commit = commit;
        this.staging = new StagingTables(port, StagingNames.of(jobName, commit));
        this.targets = new Targets(port);
        this.rules = new TargetRules(port);
    }

    /** Drops what killed runs of this job left, and says what it was. */
    public List<Debris> sweep() {
        return staging.sweep();
    }

    public TargetTable find(String table) {
        return targets.find(table);
    }

    /** What stands in the way of a commit; nothing of a run may move before there is none. */
    public List<Diagnostic> obstacles(String table, CommitMode mode) {
        return rules.broken(table, mode);
    }

    /** A new staging table; every attempt gets its own, because what an engine once touched is never used again. */
    public StagingTable stage(TargetTable target, int sink, int attempt) {
        StagingTable created = staging.create(target, sink, attempt);
        open.add(created.name());
        return created;
    }

    /**
     * Counts and marks the staged rows.
     *
     * @throws StagedRowsDifferException when the table holds more or fewer rows than Spark wrote
     */
    public VerifiedTable verify(StagingTable table, long rows) {
        return new Verification(port).verify(table, commit, rows);
    }

    /**
     * Makes the verified rows visible. A target that does not exist is created empty at this moment and not before, so a
     * run that fails earlier leaves no table behind; a reader may see it empty until the command that follows.
     */
    public CommitAnswer commit(VerifiedTable verified, CommitMode mode) {
        TargetTable target = verified.staging().target();
        String now = targets.id(target.name());
        if (!now.equals(target.id())) {
            return CommitAnswer.blocked("the table '" + target.name() + "' was "
                    + (now.isEmpty() ? "dropped" : "created anew") + " while the run was staging");
        }
        if (!target.exists()) {
            targets.create(target);
        }
        if (verified.rows() == 0 && mode == CommitMode.APPEND) {
            return CommitAnswer.committed();
        }
        return new CommitLoop(port).commit(mode, verified);
    }

    /** Leaves a table to people: while it is unknown whether its rows were committed, it is the only proof. */
    public void keep(StagingTable table) {
        open.remove(table.name());
    }

    /** Drops the staging tables of this run; what could not be dropped, for people, and the next run drops it. */
    public Optional<String> clean() {
        try {
            staging.drop(open);
            return Optional.empty();
        } catch (RemoteException failure) {
            return Optional.of("staging tables are left for the next run to drop: " + String.join(", ", open) + " ("
                    + failure.getMessage() + ")");
        }
    }
}
