package io.adxflow.kql.sql;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.OrderKey;
import java.util.List;
import java.util.stream.Collectors;

/** Row orders in SQL. NaN stands between null and the numbers, wherever null stands. */
final class OrderSql {
    private OrderSql() {}

    /** {@code  ORDER BY …} with a blank before it, or nothing. */
    static String clause(Header header) {
        return header.order().isEmpty() ? "" : " " + orderBy(header.order());
    }

    static String orderBy(List<OrderKey> order) {
        return "ORDER BY " + order.stream().map(OrderSql::key).collect(Collectors.joining(", "));
    }

    private static String key(OrderKey key) {
        String name = Sql.name(key.field());
        String direction =
                switch (key.direction()) {
                    case ASCENDING -> " ASC";
                    case DESCENDING -> " DESC";
                };
        String nulls =
                switch (key.nulls()) {
                    case FIRST -> " NULLS FIRST";
                    case LAST -> " NULLS LAST";
                };
        String plain = name + direction + nulls;
        return key.field().type() == KqlType.REAL ? nanKey(name, key.nulls()) + ", " + plain : plain;
    }

    private static String nanKey(String name, OrderKey.Nulls nulls) {
        return switch (nulls) {
            case FIRST -> "(" + name + " IS NULL) DESC, coalesce(isnan(" + name + "), false) DESC";
            case LAST -> "(" + name + " IS NULL) ASC, coalesce(isnan(" + name + "), false) ASC";
        };
    }
}
