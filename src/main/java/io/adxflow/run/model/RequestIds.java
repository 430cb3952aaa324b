package io.adxflow.run.model;

/**
 * The client request ids under which ADX knows the reads, writes and commands of a run; {@code .show queries} and {@code .show
 * commands} find them by their beginning.
 */
public final class RequestIds {
    private RequestIds() {}

    /** What all ids of the run begin with. */
    public static String prefix(String runId) {
        return "adxflow;" + runId;
    }

    /** The id for a source that is read, a staging table that is written, or a command of the commit. */
    public static String of(String runId, String subject) {
        return prefix(runId) + ";" + subject;
    }
}
