package io.adxflow.cli;

import io.adxflow.run.spark.SparkStep;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A step of a case. */
public final class FastestStorms implements SparkStep {
    @Override
    public Dataset<Row> compute(SparkSession spark, Map<String, Dataset<Row>> inputs) {
        return inputs.get("storms").filter("Wind > 60").select("Name", "Wind");
    }
}
