package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.StructType;

/** One query, read in slices. Equal scans read the same, so that Spark may use one for both. */
record AdxScan(AdxCluster cluster, String query, SlicePlan plan, AdxOptions request, List<ReadColumn> columns)
        implements SupportsReportStatistics, Batch {

    @Override
    public StructType readSchema() {
        return SparkTypes.schema(columns);
    }

    @Override
    public String description() {
        return "adx " + cluster.url() + "/" + cluster.database() + ": "
                + plan.slices().stream().map(Slice::shown).collect(Collectors.joining("; "));
    }

    /** What the rows take in Spark, as far as their number is known; texts count as what Spark takes them for. */
    @Override
    public Statistics estimateStatistics() {
        return new RowStatistics(plan.rows(), readSchema().defaultSize());
    }

    private record RowStatistics(OptionalLong numRows, long rowSize) implements Statistics {
        @Override
        public OptionalLong sizeInBytes() {
            return numRows.isPresent()
                    ? OptionalLong.of(Math.max(1, numRows.getAsLong()) * rowSize)
                    : OptionalLong.empty();
        }
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    /** Spark pushes nothing down into a stream, so it is the query as the user wrote it. */
    @Override
    public MicroBatchStream toMicroBatchStream(String checkpointLocation) {
        return AdxStream.of(cluster, query, request, columns);
    }

    @Override
    public InputPartition[] planInputPartitions() {
        return plan.slices().toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new SliceReaderFactory(ClusterTicket.of(cluster), request, columns);
    }

    @Override
    public String toString() {
        return description();
    }
}
