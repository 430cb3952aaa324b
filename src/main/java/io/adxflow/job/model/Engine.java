package io.adxflow.job.model;

import java.util.Locale;

/** What moves rows between Spark and ADX. */
public enum Engine {
    /** Microsoft's Kusto Spark connector. */
    CONNECTOR,
    /** Our own data source. */
    BUILTIN;

    /** As it is written in an environment file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
