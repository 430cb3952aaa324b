package io.adxflow.job.model;

/** What happens to the rows that a sink already holds. */
public enum WriteMode {
    APPEND,
    REPLACE,
    REPLACE_WINDOW,
    UPSERT
}
