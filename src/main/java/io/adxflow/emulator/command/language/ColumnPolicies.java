package io.adxflow.emulator.command.language;

import io.adxflow.kql.language.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The policies of columns: a table keeps them among its own, under the name of the policy and of the column. */
public final class ColumnPolicies {
    private static final String OF = " of column ";

    private ColumnPolicies() {}

    /** The name under which a table keeps a policy of a column. */
    public static String key(String policy, String column) {
        return policy + OF + column;
    }

    /** Whose policy it is, unless it is the table's. */
    public static Optional<String> column(String key) {
        int of = key.indexOf(OF);
        return of < 0 ? Optional.empty() : Optional.of(key.substring(of + OF.length()));
    }

    /** Those of a column, by the names of the policies. */
    public static Map<String, String> of(Map<String, String> policies, String column) {
        Map<String, String> own = new HashMap<>();
        policies.forEach((key, policy) -> column(key)
                .filter(column::equals)
                .ifPresent(same -> own.put(key.substring(0, key.indexOf(OF)), policy)));
        return own;
    }

    /** The policies of a table, with these in place of those of a column. */
    public static Map<String, String> with(Map<String, String> policies, String column, Map<String, String> own) {
        Map<String, String> next = new HashMap<>(policies);
        next.keySet().removeIf(key -> column(key).filter(column::equals).isPresent());
        own.forEach((policy, text) -> next.put(key(policy, column), text));
        return next;
    }

    /** The policies of a table whose columns have got other names. */
    public static Map<String, String> renamed(Map<String, String> policies, UnaryOperator<String> names) {
        Map<String, String> next = new HashMap<>();
        policies.forEach((key, policy) -> next.put(
                column(key)
                        .map(column -> key(key.substring(0, key.indexOf(OF)), names.apply(column)))
                        .orElse(key),
                policy));
        return next;
    }

    /** The policies of a table that has only these columns. */
    public static Map<String, String> only(Map<String, String> policies, Schema schema) {
        Map<String, String> next = new HashMap<>(policies);
        next.keySet().removeIf(key -> column(key)
                .filter(column -> !schema.names().contains(column))
                .isPresent());
        return next;
    }
}
