package io.adxflow.run.commit;

/** How verified extents meet the rows that the target holds. */
public enum CommitMode {
    /** The rows are added. */
    APPEND,
    /** The rows take the place of all others in one transaction. */
    REPLACE
}
