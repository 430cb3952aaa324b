package io.adxflow.run.commit;

/** A staging table does not hold exactly the rows that Spark wrote. It is never committed; a new one may be filled. */
public final class StagedRowsDifferException extends RuntimeException {
    StagedRowsDifferException(String target, long expected, long found) {
        super("Spark wrote " + expected + " rows for the table '" + target + "', and ADX staged " + found
                + (found > expected ? ": a retried task was counted twice" : ": rows are missing"));
    }
}
