package io.adxflow.kql.sql;

import io.adxflow.kql.plan.Aggregation;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Groups and their aggregates. */
final class AggregateSql {
    private AggregateSql() {}

    static String of(Relation.Aggregate aggregate, RelationSql relations) {
        RowSql row = relations.over(relations.step(aggregate.input()));
        Map<String, String> values = new HashMap<>(row.values());
        values.put("order", OrderSql.clause(aggregate.input().header()));
        values.put("filter", "");
        List<String> columns = new ArrayList<>();
        for (Assignment key : aggregate.keys()) {
            columns.add(RelationSql.as(row.of(key.value()), key.field()));
        }
        for (Aggregation aggregation : aggregate.aggregations()) {
            if (relations.isNeeded(aggregation.field())) {
                List<String> arguments = row.of(
                        aggregation.arguments(), aggregation.function().sql().repeats());
                columns.add(RelationSql.as(aggregation.function().call(arguments, values), aggregation.field()));
            }
        }
        String all = columns.isEmpty() ? "count(*) AS nothing" : String.join(", ", columns);
        return "SELECT " + all + " FROM " + row.rows()
                + groupBy(aggregate.keys().size());
    }

    private static String groupBy(int keys) {
        return keys == 0
                ? ""
                : IntStream.rangeClosed(1, keys)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", ", " GROUP BY ", ""));
    }
}
