package io.adxflow.emulator.store;

import io.adxflow.kql.language.StoredFunction;

/**
 * A view that is computed when it is read.
 *
 * @param source the table that it summarizes
 * @param query as written, without the braces
 * @param since the view is about rows that were ingested after this cursor value; a negative number for all rows
 * @param createdOn ticks
 */
public record MaterializedView(
        String name,
        String source,
        String query,
        long since,
        long createdOn,
        boolean isEnabled,
        String folder,
        String docString) {
    /** The view as a function that is computed when it is called. */
    public StoredFunction function() {
        String rows =
                since < 0 ? "" : "let " + source + " = table('" + source + "') | where cursor_after('" + since + "');";
        return new StoredFunction(name, "()", "{" + rows + query + "}");
    }
}
