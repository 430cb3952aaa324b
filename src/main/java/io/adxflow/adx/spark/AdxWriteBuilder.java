package io.adxflow.adx.spark;

import org.apache.spark.sql.connector.write.BatchWrite;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriteBuilder;
import org.apache.spark.sql.connector.write.streaming.StreamingWrite;
import org.apache.spark.sql.types.StructType;

/** Rows that are to be appended to a table. Nothing else is offered: no truncation, no overwriting. */
record AdxWriteBuilder(AdxWriteOptions options, StructType rows, String queryId) implements WriteBuilder, Write {

    @Override
    public Write build() {
        return this;
    }

    @Override
    public String description() {
        return "adx " + options.cluster().url() + "/" + options.cluster().database() + " table " + options.table();
    }

    @Override
    public BatchWrite toBatch() {
        return new AdxBatchWrite(options, rows);
    }

    @Override
    public StreamingWrite toStreaming() {
        return new AdxStreamingWrite(options, rows, queryId);
    }
}
