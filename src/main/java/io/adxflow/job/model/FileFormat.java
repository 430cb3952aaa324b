package io.adxflow.job.model;

import java.util.Locale;

/** The formats of a file that need no name of a Spark data source. */
public enum FileFormat {
    CSV,
    JSON,
    PARQUET,
    DELTA;

    /** As it is written in a job. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
