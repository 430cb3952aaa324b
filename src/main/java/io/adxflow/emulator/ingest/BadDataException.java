package io.adxflow.emulator.ingest;

/** Data that is not what its format says. Fails the ingestion as a whole. */
public final class BadDataException extends RuntimeException {
    private final Kind kind;
    private final long record;
    private final String reason;

    /** What the service has names for. */
    public enum Kind {
        /** A record with more or fewer fields than the first one. */
        FIELD_COUNT,
        /** A quoted field that does not end. */
        OPEN_QUOTE,
        /** Anything else that is not of the format. */
        FORMAT
    }

    /** @param record counts from one */
    BadDataException(Kind kind, long record, String reason) {
        super("record " + record + ": " + reason);
        this.kind = kind;
        this.record = record;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    public long record() {
        return record;
    }

    public String reason() {
        return reason;
    }
}
