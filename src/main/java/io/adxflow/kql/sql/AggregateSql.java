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
        Map<String, String> values = new HashMap<>(relations.scalars().values());
        values.put("order", OrderSql.clause(aggregate.input().header()));
        values.put("filter", "");
        List<String> columns = new ArrayList<>();
        for (Assignment key : aggregate.keys()) {
            columns.add(RelationSql.as(relations.scalars().of(key.value()), key.field()));
        }
        for (Aggregation aggregation : aggregate.aggregations()) {
            if (relations.isNeeded(aggregation.field())) {
                List<String> arguments = relations.scalars().of(aggregation.arguments());
                columns.add(RelationSql.as(aggregation.function().call(arguments, values), aggregation.field()));
            }
        }
        String from = relations.step(aggregate.input());
        String all = columns.isEmpty() ? "count(*) AS nothing" : String.join(", ", columns);
        return "SELECT " + all + " FROM " + from + groupBy(aggregate.keys().size());
    }

    private static String groupBy(int keys) {
        return keys == 0
                ? ""
                : IntStream.rangeClosed(1, keys)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", ", " GROUP BY ", ""));
    }
}
