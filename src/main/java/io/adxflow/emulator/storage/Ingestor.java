package io.adxflow.emulator.storage;

import java.time.Duration;

/** What the data management role needs of the engine. */
public interface Ingestor {
    /** Ingests the blob of a message; what goes wrong is an outcome. */
    Outcome ingest(IngestionMessage message);

    /** How long a message may wait for others, by the batching policy of its table. */
    Duration patience(IngestionMessage message);

    /**
     * What became of an ingestion.
     *
     * @param errorCode Kusto's code of the failure; empty when there is none
     * @param isPermanent whether it would fail again
     */
    record Outcome(String errorCode, String details, boolean isPermanent) {
        public static final Outcome SUCCEEDED = new Outcome("", "", false);

        boolean isSuccess() {
            return errorCode.isEmpty();
        }
    }
}
