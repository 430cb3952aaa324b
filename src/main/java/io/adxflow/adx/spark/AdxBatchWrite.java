package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxRowStream;
import io.adxflow.adx.client.BlobStore;
import io.adxflow.adx.client.IngestionStorage;
import io.adxflow.adx.client.SignedUrl;
import io.adxflow.base.diagnostic.RemoteException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.connector.write.BatchWrite;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.PhysicalWriteInfo;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The driver's side of an append. Tasks upload files; the files of the tasks that Spark committed are ingested, each
 * once, and no file of any other task. So a task that runs twice adds no row.
 */
final class AdxBatchWrite implements BatchWrite {
    private static final Logger LOG = LoggerFactory.getLogger(AdxBatchWrite.class);

    private final AdxWriteOptions options;
    private final StructType rows;
    private List<SignedUrl> containers = List.of();

    AdxBatchWrite(AdxWriteOptions options, StructType rows) {
        this.options = options;
        this.rows = rows;
    }

    @Override
    public DataWriterFactory createBatchWriterFactory(PhysicalWriteInfo info) {
        CsvLayout layout = CsvLayout.of(rows, targetColumns(), options.table());
        containers = IngestionStorage.containers(options.cluster());
        return new BlobWriterFactory(layout, containers, blobPrefix());
    }

    @Override
    public void commit(WriterCommitMessage[] messages) {
        List<WrittenBlob> blobs = blobs(messages);
        try (AdxClient client = AdxClient.connect(options.cluster())) {
            new BlobIngestion(client, options, containers).ingest(blobs);
        }
        CommittedWrites.put(
                options.requestId(), blobs.stream().mapToLong(WrittenBlob::rows).sum());
        delete(blobs);
    }

    @Override
    public void abort(WriterCommitMessage[] messages) {
        delete(blobs(messages));
    }

    private List<AdxColumn> targetColumns() {
        String query = KqlText.pipe(KqlText.name(options.table()), "take 0");
        try (AdxClient client = AdxClient.connect(options.cluster());
                AdxRowStream nothing = client.stream(options.cluster().database(), query, AdxOptions.none())) {
            nothing.forEachRemaining(row -> {});
            return nothing.columns();
        }
    }

    private String blobPrefix() {
        return "adxflow/" + options.requestId().replace(';', '-') + "/";
    }

    private static List<WrittenBlob> blobs(WriterCommitMessage[] messages) {
        return Arrays.stream(messages)
                .filter(Objects::nonNull)
                .flatMap(message -> ((WrittenBlobs) message).blobs().stream())
                .toList();
    }

    /** What cannot be removed now is removed by the service, which keeps these containers for a few days only. */
    private void delete(List<WrittenBlob> blobs) {
        try (BlobStore store = BlobStore.open()) {
            for (WrittenBlob blob : blobs) {
                store.delete(containers.get(blob.container()).blob(blob.name()));
            }
        } catch (RemoteException e) {
            LOG.warn("uploaded files stay until ADX removes them: {}", e.getMessage());
        }
    }
}
