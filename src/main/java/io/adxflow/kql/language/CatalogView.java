package io.adxflow.kql.language;

/**
 * A materialized view that a query may name.
 *
 * @param materialized the view over the rows that it has seen
 * @param whole the view over all rows
 * @param lastRun when it last saw rows, in ticks
 */
public record CatalogView(StoredFunction materialized, StoredFunction whole, long lastRun) {}
