package io.adxflow.job.model;

/** The formats of a file that need no name of a Spark data source. */
public enum FileFormat {
    CSV,
    JSON,
    PARQUET,
    DELTA
}
