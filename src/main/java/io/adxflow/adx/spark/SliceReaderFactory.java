package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxOptions;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;

/** Travels to the executors and opens the readers there. */
record SliceReaderFactory(ClusterTicket ticket, AdxOptions request, List<ReadColumn> columns)
        implements PartitionReaderFactory {
    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        return SliceReader.open(AdxClient.connect(ticket.cluster()), (Slice) partition, request, columns);
    }
}
