package io.adxflow.adx.spark;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.streaming.StreamingDataWriterFactory;

/** Travels to the executors; files of different epochs have different names. */
record EpochWriterFactory(BlobWriterFactory files) implements StreamingDataWriterFactory {

    @Override
    public DataWriter<InternalRow> createWriter(int partitionId, long taskId, long epochId) {
        return files.below("epoch-" + epochId + "/").createWriter(partitionId, taskId);
    }
}
