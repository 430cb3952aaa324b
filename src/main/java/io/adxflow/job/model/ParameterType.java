package io.adxflow.job.model;

import java.util.Locale;

/** The types of parameters; a type decides how a value is written into KQL and SQL. */
public enum ParameterType {
    STRING,
    LONG,
    REAL,
    BOOL,
    DATETIME,
    TIMESPAN;

    /** As it is called in YAML and in KQL. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
