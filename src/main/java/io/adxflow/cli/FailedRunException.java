package io.adxflow.cli;

/**
 * How a failure leaves a process that may not be ended by its exit code. The message is what a terminal would show, but that
 * the failure comes first: Databricks shows the first lines only.
 */
public final class FailedRunException extends RuntimeException {
    private final int exitCode;

    /**
     * @param failure the last word, perhaps empty
     * @param said everything that was said, the last word too
     */
    FailedRunException(int exitCode, String failure, String said) {
        super(story(failure, said));
        this.exitCode = exitCode;
    }

    private static String story(String failure, String said) {
        String before = said.replace(failure, "").strip();
        return failure.isEmpty() || before.isEmpty() ? said.strip() : failure + "\n\nbefore that:\n" + before;
    }

    /** What the process would have returned; see {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }
}
