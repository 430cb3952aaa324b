package io.adxflow.job.model;

import java.util.Optional;

/**
 * A condition on the rows of a step. A row passes when the condition is true; false and null both fail it.
 *
 * @param condition a Spark SQL expression over the columns of the step
 * @param into the ADX table that takes the failing rows; present exactly when they are quarantined
 */
public record Check(Text step, EmbeddedText condition, Otherwise otherwise, Optional<Text> into, SqlTables tables) {
    public Check {
        if (into.isPresent() != (otherwise == Otherwise.QUARANTINE)) {
            throw new IllegalArgumentException("a quarantine has a table, and nothing else has");
        }
    }
}
