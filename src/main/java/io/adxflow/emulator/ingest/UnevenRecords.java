package io.adxflow.emulator.ingest;

/** What becomes of records that have more or fewer fields than the first one. */
public enum UnevenRecords {
    /** They fail the ingestion. */
    FAIL,
    /** They are left out. */
    SKIP,
    /** They are rows too: what they lack has no value, what they have beyond the columns does not count. */
    KEEP
}
