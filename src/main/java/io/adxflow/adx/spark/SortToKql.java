package io.adxflow.adx.spark;

import io.adxflow.adx.client.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.NullOrdering;
import org.apache.spark.sql.connector.expressions.SortDirection;
import org.apache.spark.sql.connector.expressions.SortOrder;

/** Turns the order of Spark's first rows into one of KQL; empty when a column is ordered otherwise there. */
final class SortToKql {
    private final Map<String, ReadColumn> columns;

    SortToKql(List<ReadColumn> columns) {
        this.columns = columns.stream().collect(Collectors.toMap(ReadColumn::name, Function.identity()));
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
        if (!(order.expression() instanceof NamedReference reference) || reference.fieldNames().length != 1) {
            return Optional.empty();
        }
        return Optional.ofNullable(columns.get(reference.fieldNames()[0]))
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
