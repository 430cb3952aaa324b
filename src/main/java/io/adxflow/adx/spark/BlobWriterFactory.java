package io.adxflow.adx.spark;

import io.adxflow.adx.client.BlobStore;
import io.adxflow.adx.client.SignedUrl;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.DataWriterFactory;

/** Travels to the executors and opens a writer for each attempt of each task there. */
record BlobWriterFactory(CsvLayout layout, List<SignedUrl> containers, String prefix, long blobBytes)
        implements DataWriterFactory {

    @Override
    public DataWriter<InternalRow> createWriter(int partitionId, long taskId) {
        int container = Math.floorMod(partitionId, containers.size());
        String name = prefix + "part-" + partitionId + "-" + taskId;
        return new BlobWriter(layout, BlobStore.open(), container, containers.get(container), name, blobBytes);
    }

    /** The same in a folder further down. */
    BlobWriterFactory below(String folder) {
        return new BlobWriterFactory(layout, containers, prefix + folder, blobBytes);
    }
}
