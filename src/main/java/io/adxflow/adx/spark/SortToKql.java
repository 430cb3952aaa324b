package io.adxflow.adx.spark;

import io.adxflow.adx.client.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.NullOrdering;
import org.apache.spark.sql.connector.expressions.SortDirection;
import org.apache.spark.sql.connector.expressions.SortOrder;

/** Turns the order of Spark's first rows into one of KQL; empty when a column is ordered otherwise there. */
final class SortToKql {
    private final Function<Expression, Optional<ReadColumn>> columns;

    /** @param columns the column that Spark means, if it is one */
    SortToKql(Function<Expression, Optional<ReadColumn>> columns) {
        this.columns = columns;
    }

    /** A {@code top} that keeps rows which Spark may keep; their order is for Spark to restore. */
    Optional<String> top(SortOrder[] orders, int rows) {
        List<String> keys = new ArrayList<>();
        for (SortOrder order : orders) {
            Optional<String> key = key(order);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.add(key.get());
        }
        return Optional.of("sort by " + String.join(", ", keys) + "\n| take " + rows);
    }

    private Optional<String> key(SortOrder order) {
        return columns.apply(order.expression())
                .flatMap(SortToKql::comparable)
                .map(key -> key
                        + (order.direction() == SortDirection.ASCENDING ? " asc" : " desc")
                        + (order.nullOrdering() == NullOrdering.NULLS_FIRST ? " nulls first" : " nulls last"));
    }

    /** Texts are ordered in ways of their own, and so are reals because of NaN. */
    private static Optional<String> comparable(ReadColumn column) {
        String name = Quoted.name(column.name());
        return switch (column.type()) {
            case INT, LONG -> Optional.of(name);
            case DATETIME, INTERVAL -> Optional.of("bin(" + name + ", 1microsecond)");
            case BOOL, REAL, DECIMAL, STRING, TIMESPAN, GUID, DYNAMIC -> Optional.empty();
        };
    }
}
