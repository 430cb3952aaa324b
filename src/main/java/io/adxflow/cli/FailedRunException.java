package io.adxflow.cli;

/** How a failure leaves a process that may not be ended by its exit code. The message is what a terminal would show. */
public final class FailedRunException extends RuntimeException {
    private final int exitCode;

    FailedRunException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What the process would have returned; see {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }
}
