package io.adxflow.cli;

import java.io.IOException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;

/** A step whose rows meet a full disk. */
public final class FullDisk extends RowStep {
    @Override
    MapFunction<Row, Row> each() {
        return row -> {
            throw new IOException("No space left on device");
        };
    }
}
