package io.adxflow.cli;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.BlobStore;
import io.adxflow.adx.client.IngestionStorage;
import io.adxflow.adx.client.Quoted;
import io.adxflow.adx.client.SignedUrl;
import java.nio.file.Path;
import java.util.UUID;

/** Loads a file of any size into a table: it goes to the cluster's storage, and one command ingests it whole or not. */
final class TableUpload {
    private final AdxClient client;

    TableUpload(AdxClient client) {
        this.client = client;
    }

    /**
     * Returns how many rows the table got.
     *
     * @param format as {@code .ingest into} calls it
     * @param hasTitles whether the first line of the file is to be left out
     */
    long send(String table, Path file, String format, boolean hasTitles) {
        AdxCluster cluster = client.cluster();
        SignedUrl blob = IngestionStorage.containers(cluster)
                .get(0)
                .blob("adxflow-load-" + UUID.randomUUID() + "." + format
                        + (file.toString().endsWith(".gz") ? ".gz" : ""));
        try (BlobStore storage = BlobStore.open()) {
            storage.put(blob, file);
            try {
                return ingest(cluster.database(), table, blob, format, hasTitles);
            } finally {
                storage.delete(blob);
            }
        }
    }

    private long ingest(String database, String table, SignedUrl blob, String format, boolean hasTitles) {
        long before = rows(database, table);
        client.command(
                database,
                ".ingest into table " + Quoted.name(table) + " (h" + Quoted.string(blob.reveal()) + ") with (format='"
                        + format + "', ignoreFirstRecord=" + hasTitles + ")");
        return rows(database, table) - before;
    }

    private long rows(String database, String table) {
        AdxResult extents = client.command(
                database, ".show table " + Quoted.name(table) + " extents | summarize Rows = sum(RowCount)");
        return extents.number(0, "Rows");
    }
}
