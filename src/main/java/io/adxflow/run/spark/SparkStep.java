package io.adxflow.run.spark;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A step of a job written in Java: {@code java: com.example.MyStep}. The class has a public constructor without
 * parameters. It only says what is to be computed; it may be asked more than once, and must not write anything.
 */
public interface SparkStep {
    /** @param inputs the sources and steps that the job names as inputs, by these names */
    Dataset<Row> compute(SparkSession spark, Map<String, Dataset<Row>> inputs);
}
