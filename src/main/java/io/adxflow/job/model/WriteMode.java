package io.adxflow.job.model;

import java.util.Locale;

/** What happens to the rows that a sink already holds. */
public enum WriteMode {
    APPEND,
    REPLACE,
    REPLACE_WINDOW,
    UPSERT;

    /** As it is written in a job. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
