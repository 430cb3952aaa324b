package io.adxflow.emulator.ingest;

/** Data that is not what its format says. Fails the ingestion as a whole. */
public final class BadDataException extends RuntimeException {
    private final long record;
    private final String reason;

    /** @param record counts from one */
    BadDataException(long record, String reason) {
        super("record " + record + ": " + reason);
        this.record = record;
        this.reason = reason;
    }

    public long record() {
        return record;
    }

    public String reason() {
        return reason;
    }
}
