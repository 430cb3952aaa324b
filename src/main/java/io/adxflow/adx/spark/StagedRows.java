package io.adxflow.adx.spark;

import java.util.List;

/**
 * What an engine wrote, counted so that a retried or speculative task never counts twice.
 *
 * @param rows the rows that Spark wrote; the table must hold exactly as many
 * @param warnings what the user should know, for example that two attempts of a task made different rows
 */
public record StagedRows(long rows, List<String> warnings) {
    public StagedRows {
        warnings = List.copyOf(warnings);
    }
}
