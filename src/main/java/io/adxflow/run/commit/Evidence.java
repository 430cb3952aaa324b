package io.adxflow.run.commit;

/**
 * Finds out whether a commit happened, by looking at the tables and never at answers. A staged extent leaves the staging
 * table in the transaction that shows it in the target; so what is still staged is not committed, and what is gone is.
 */
final class Evidence {
    private final Targets targets;
    private final Extents extents;

    Evidence(AdxPort port) {
        this.targets = new Targets(port);
        this.extents = new Extents(port);
    }

    /** The target is looked at first: in the other order a commit that ends in between looks torn. */
    Verdict of(VerifiedTable verified) {
        String target = verified.staging().target().name();
        boolean shown = !targets.id(target).isEmpty()
                && !extents.tagged(target, verified.commit()).isEmpty();
        boolean staged =
                targets.id(verified.staging().name()).equals(verified.staging().id());
        if (!staged) {
            return shown ? Verdict.COMMITTED : Verdict.LOST;
        }
        long left = Extents.rows(extents.tagged(verified.staging().name(), verified.commit()));
        if (left == 0) {
            return Verdict.COMMITTED;
        }
        return left == verified.rows() && !shown ? Verdict.STAGED : Verdict.TORN;
    }

    /** What the tables say. */
    enum Verdict {
        /** The rows are in the target. */
        COMMITTED,
        /** The rows wait in the staging table; the command may be sent. */
        STAGED,
        /** Neither table shows the rows: somebody dropped the staging table. */
        LOST,
        /** Both tables show rows, which one transaction cannot leave. */
        TORN
    }
}
