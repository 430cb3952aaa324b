package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxType;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;

/** Travels to the executors and opens the readers there. */
record SliceReaderFactory(ClusterTicket ticket, AdxOptions request, List<String> names, List<AdxType> types)
        implements PartitionReaderFactory {

    static SliceReaderFactory of(ClusterTicket ticket, AdxOptions request, List<AdxColumn> columns) {
        return new SliceReaderFactory(
                ticket,
                request,
                columns.stream().map(AdxColumn::name).toList(),
                columns.stream().map(AdxColumn::type).toList());
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        return SliceReader.open(AdxClient.connect(ticket.cluster()), (Slice) partition, request, columns());
    }

    private List<AdxColumn> columns() {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new AdxColumn(names.get(i), types.get(i)))
                .toList();
    }
}
