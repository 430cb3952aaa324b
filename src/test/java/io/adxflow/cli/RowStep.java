package io.adxflow.cli;

import io.adxflow.run.spark.SparkStep;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A step that does something for each row. */
abstract class RowStep implements SparkStep {
    abstract MapFunction<Row, Row> each();

    @Override
    public Dataset<Row> compute(SparkSession spark, Map<String, Dataset<Row>> inputs) {
        Dataset<Row> storms = inputs.get("storms");
        return storms.map(each(), Encoders.row(storms.schema()));
    }
}
