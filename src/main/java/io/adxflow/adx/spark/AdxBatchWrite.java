package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.IngestionStorage;
import io.adxflow.adx.client.SignedUrl;
import java.util.List;
import org.apache.spark.sql.connector.write.BatchWrite;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.PhysicalWriteInfo;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.apache.spark.sql.types.StructType;

/**
 * The driver's side of an append. Tasks upload files; the files of the tasks that Spark committed are ingested, each
 * once, and no file of any other task. So a task that runs twice adds no row.
 */
final class AdxBatchWrite implements BatchWrite {
    private final AdxWriteOptions options;
    private final StructType rows;
    private List<SignedUrl> containers = List.of();

    AdxBatchWrite(AdxWriteOptions options, StructType rows) {
        this.options = options;
        this.rows = rows;
    }

    @Override
    public DataWriterFactory createBatchWriterFactory(PhysicalWriteInfo info) {
        CsvLayout layout = CsvLayout.of(rows, TargetTable.columns(options), options.table());
        containers = IngestionStorage.containers(options.cluster());
        return new BlobWriterFactory(layout, containers, options.blobPrefix(), options.blobBytes());
    }

    @Override
    public void commit(WriterCommitMessage[] messages) {
        List<WrittenBlob> blobs = WrittenBlobs.of(messages);
        try (AdxClient client = AdxClient.connect(options.cluster())) {
            new BlobIngestion(client, options, containers).ingest(blobs);
        }
        CommittedWrites.put(
                options.requestId(), blobs.stream().mapToLong(WrittenBlob::rows).sum());
        WrittenBlobs.delete(blobs, containers);
    }

    @Override
    public void abort(WriterCommitMessage[] messages) {
        WrittenBlobs.delete(WrittenBlobs.of(messages), containers);
    }
}
