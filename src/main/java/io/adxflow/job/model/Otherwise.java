package io.adxflow.job.model;

import java.util.Locale;

/** What happens when rows do not pass a check. */
public enum Otherwise {
    /** The run fails and nothing is written. */
    FAIL,
    /** The rows are left out. */
    DROP,
    /** The rows stay and the report says so. */
    WARN,
    /** The rows are left out and appended to another ADX table. */
    QUARANTINE;

    /** As it is written in a job. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
