package io.adxflow.cli;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;

/** A step during which the process is killed, as by {@code kill -9}. */
public final class KilledProcess extends RowStep {
    @Override
    MapFunction<Row, Row> each() {
        return row -> {
            Runtime.getRuntime().halt(137);
            return row;
        };
    }
}
