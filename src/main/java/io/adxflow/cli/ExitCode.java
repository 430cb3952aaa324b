package io.adxflow.cli;

/** What the process says when it ends. */
public enum ExitCode {
    /** Everything that was asked for is done. */
    OK(0),
    /** The run, or a service that it needs, failed. */
    RUN_FAILED(1),
    /** A job, an environment, a query or an argument has to be repaired first. */
    BAD_INPUT(2),
    /** A check of the job failed; nothing was written. */
    CHECKS_FAILED(3),
    /** A defect in adxflow. */
    INTERNAL_ERROR(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
