package io.adxflow.emulator.storage;

import java.time.Duration;

/**
 * When messages that wait for each other are ingested: when the first of these limits is reached.
 *
 * @param time since the first of them came
 * @param rawBytes of their data, before it was compressed
 * @see <a href="https://learn.microsoft.com/kusto/management/batching-policy">Ingestion batching policy</a>
 */
public record BatchingPolicy(Duration time, long items, long rawBytes) {
    /** Nothing waits longer than for those that are being ingested. */
    public static final BatchingPolicy NONE = new BatchingPolicy(Duration.ZERO, 100, 1L << 30);
}
