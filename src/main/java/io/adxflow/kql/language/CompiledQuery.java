package io.adxflow.kql.language;

import java.util.List;
import java.util.Map;

/**
 * A query that can be run: one statement for each of its results.
 *
 * @param options request options after the query's own {@code set} statements
 * @param comparesCursors whether it asks which rows came before or after a cursor, so that the next one is to be told
 */
public record CompiledQuery(List<CompiledResult> results, Map<String, String> options, boolean comparesCursors) {
    public CompiledQuery {
        results = List.copyOf(results);
        options = Map.copyOf(options);
    }
}
