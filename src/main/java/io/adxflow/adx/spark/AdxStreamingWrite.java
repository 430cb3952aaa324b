package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.IngestionStorage;
import io.adxflow.adx.client.SignedUrl;
import java.util.List;
import org.apache.spark.sql.connector.write.PhysicalWriteInfo;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.apache.spark.sql.connector.write.streaming.StreamingDataWriterFactory;
import org.apache.spark.sql.connector.write.streaming.StreamingWrite;
import org.apache.spark.sql.types.StructType;

/** The driver's side of a stream that ends in a table: each epoch becomes visible whole, and once. */
final class AdxStreamingWrite implements StreamingWrite {
    private final AdxWriteOptions options;
    private final StructType rows;
    private final String query;
    private List<AdxColumn> columns = List.of();
    private List<SignedUrl> containers = List.of();

    AdxStreamingWrite(AdxWriteOptions options, StructType rows, String query) {
        this.options = options;
        this.rows = rows;
        this.query = query;
    }

    @Override
    public StreamingDataWriterFactory createStreamingWriterFactory(PhysicalWriteInfo info) {
        columns = TargetTable.columns(options);
        CsvLayout layout = CsvLayout.of(rows, columns, options.table());
        containers = IngestionStorage.containers(options.cluster());
        return new EpochWriterFactory(
                new BlobWriterFactory(layout, containers, options.blobPrefix(), options.blobBytes()));
    }

    @Override
    public void commit(long epochId, WriterCommitMessage[] messages) {
        List<WrittenBlob> blobs = WrittenBlobs.of(messages);
        try (AdxClient client = AdxClient.connect(options.cluster())) {
            new EpochCommit(client, options, columns, containers, query, epochId).commit(blobs);
        }
        WrittenBlobs.delete(blobs, containers);
    }

    @Override
    public void abort(long epochId, WriterCommitMessage[] messages) {
        WrittenBlobs.delete(WrittenBlobs.of(messages), containers);
    }
}
