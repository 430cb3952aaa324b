package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOptions;
import java.util.List;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;

/** One query, read as one slice. Equal scans read the same, so that Spark may use one for both. */
record AdxScan(ClusterTicket ticket, String kql, AdxOptions request, List<AdxColumn> columns) implements Scan, Batch {

    @Override
    public StructType readSchema() {
        return SparkTypes.schema(columns);
    }

    @Override
    public String description() {
        return "adx " + ticket + ": " + kql;
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        return new InputPartition[] {new Slice(kql)};
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return SliceReaderFactory.of(ticket, request, columns);
    }
}
