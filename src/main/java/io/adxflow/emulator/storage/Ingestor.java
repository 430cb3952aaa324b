package io.adxflow.emulator.storage;

import java.util.List;
import java.util.UUID;

/** What the data management role needs of the engine. */
public interface Ingestor {
    /**
     * Ingests the blobs of messages that differ in nothing else, at one moment where all of them can be ingested. What goes
     * wrong is an outcome; there is one for each message, in order.
     */
    List<Outcome> ingest(List<IngestionMessage> batch);

    /** How long a message waits for others. */
    BatchingPolicy batching(IngestionMessage message);

    /**
     * What became of an ingestion.
     *
     * @param operation names it in every report
     * @param errorCode Kusto's code of the failure; empty when there is none
     * @param isPermanent whether it would fail again
     */
    record Outcome(UUID operation, String errorCode, String details, boolean isPermanent) {
        public static Outcome succeeded(UUID operation) {
            return new Outcome(operation, "", "", false);
        }

        public boolean isSuccess() {
            return errorCode.isEmpty();
        }
    }
}
