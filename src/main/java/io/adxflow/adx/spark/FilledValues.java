package io.adxflow.adx.spark;

import io.adxflow.adx.client.Quoted;
import io.adxflow.base.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Counts the values in those columns of a table that a query may look at. A column that was dropped and made again has
 * the name and the type that it had, but no value in any row that was there before.
 */
final class FilledValues {
    private FilledValues() {}

    /**
     * An aggregation for their number.
     *
     * @param columns the columns of the table, as {@link SliceState#columnsOf} has them
     * @param query the query with what Spark pushed down
     * @param result the columns of its result that Spark reads, which are those of the table unless it names others
     */
    static String aggregation(String columns, String query, List<String> result) {
        boolean looksAtAll = query.contains("*") || query.contains("pack_all");
        String counts = names(columns).stream()
                .filter(name -> looksAtAll || result.contains(name) || mentions(query, name))
                .map(name -> "countif(isnotempty(" + Quoted.name(name) + "))")
                .collect(Collectors.joining(" + "));
        return counts.isEmpty() ? "countif(false)" : counts;
    }

    private static List<String> names(String columns) {
        return ((List<?>) Json.read(columns))
                .stream()
                        .map(String::valueOf)
                        .map(column -> column.substring(0, column.lastIndexOf(':')))
                        .toList();
    }

    /** A name that a query writes with escapes counts as mentioned. */
    private static boolean mentions(String query, String name) {
        return query.contains(name) || !Quoted.name(name).equals("['" + name + "']");
    }
}
