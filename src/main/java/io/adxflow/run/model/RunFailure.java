package io.adxflow.run.model;

/**
 * Why a run ended early.
 *
 * @param message for people: what happened, where, and what to do
 */
public record RunFailure(Kind kind, String message) {
    /** Who can do something about it. */
    public enum Kind {
        /** The job, the environment or a table has to be repaired. */
        INPUT,
        /** A service or this machine failed; the same run may succeed later. */
        WORLD,
        /** Somebody stopped the run. */
        CANCELLED
    }
}
