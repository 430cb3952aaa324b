package io.adxflow.cli;

import java.util.concurrent.CountDownLatch;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;

/** A step that says when it begins, and never ends by itself. */
public final class EndlessStep extends RowStep {
    static final String STARTED = "the endless step has begun";

    @Override
    MapFunction<Row, Row> each() {
        return row -> {
            System.err.println(STARTED);
            new CountDownLatch(1).await();
            return row;
        };
    }
}
