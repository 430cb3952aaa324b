package io.adxflow.adx.spark;

import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.SupportsWrite;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.WriteBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** A query or a table of ADX; which of the two, and where, the options of each read and write say. */
record AdxTable(StructType rowType) implements SupportsRead, SupportsWrite {
    private static final Set<TableCapability> CAPABILITIES = Set.of(
            TableCapability.BATCH_READ,
            TableCapability.MICRO_BATCH_READ,
            TableCapability.BATCH_WRITE,
            TableCapability.STREAMING_WRITE);

    @Override
    public String name() {
        return AdxTableProvider.SHORT_NAME;
    }

    /** Spark 3.5 still wants the method that a later one replaces. */
    @Override
    @SuppressWarnings("deprecation")
    public StructType schema() {
        return rowType;
    }

    @Override
    public Set<TableCapability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        return AdxScanBuilder.of(AdxReadOptions.from(options), rowType);
    }

    @Override
    public WriteBuilder newWriteBuilder(LogicalWriteInfo info) {
        return new AdxWriteBuilder(AdxWriteOptions.from(info.options()), info.schema(), info.queryId());
    }
}
