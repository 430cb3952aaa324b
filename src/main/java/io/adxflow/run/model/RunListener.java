package io.adxflow.run.model;

/** Hears what a run is doing, from the thread of the run and from Spark's; must not throw and must not block. */
public interface RunListener {
    /** A phase begins, for the sink or table named; the name is empty for a phase of the whole run. */
    void started(RunPhase phase, String subject);

    /** How far Spark is; called a few times a second at most. */
    void progressed(Progress progress);

    /** Something that the user should know and that is not an error. */
    void noted(String line);

    /**
     * @param rowsRead rows read from sources so far in this phase
     * @param rowsWritten rows written to sinks so far in this phase
     */
    record Progress(int tasksDone, int tasksKnown, long rowsRead, long rowsWritten) {}

    /** Hears and says nothing. */
    RunListener SILENT = new RunListener() {
        @Override
        public void started(RunPhase phase, String subject) {}

        @Override
        public void progressed(Progress progress) {}

        @Override
        public void noted(String line) {}
    };
}
