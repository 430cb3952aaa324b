package io.adxflow.emulator.store;

/** Data that cannot be had, and would not be had the next time either. */
public final class NoBlobException extends RuntimeException {
    private final Reason reason;

    /** Why there is no data. */
    public enum Reason {
        /** There is nothing at the address. */
        ABSENT,
        /** The storage does not let us read it. */
        FORBIDDEN,
        /** The emulator was not told that it may read from there. */
        NOT_ALLOWED
    }

    public NoBlobException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
