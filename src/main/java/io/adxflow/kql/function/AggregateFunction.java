package io.adxflow.kql.function;

import java.util.List;
import java.util.Map;

/**
 * One overload of an aggregate. Its SQL already gives KQL's value for an empty input and skips the nulls that KQL skips.
 *
 * <p>Two places are filled from the context: {@code {filter}} with <code> FILTER (WHERE …)</code> or nothing, and {@code
 * {order}} with <code> ORDER BY …</code> or nothing, the order of the serialized input.
 */
public record AggregateFunction(
        Signature signature, SqlTemplate sql, Spread spread, ResultName resultName, String summary) {
    /** How many columns one call gives. */
    public enum Spread {
        ONE,
        /** One column per argument after the first, each the SQL of (first, that argument); {@code *} is allowed there. */
        COLUMNS_BY_KEY,
        /** One column per argument; {@code *} is allowed. */
        COLUMNS,
        /** One column per constant after the first argument; its name ends in the constant, dots turned to underscores. */
        CONSTANTS
    }

    static AggregateFunction of(String signature, String sql, String prefix, String summary) {
        ResultName name = prefix.isEmpty() ? ResultName.FIRST_ARGUMENT : ResultName.prefix(prefix);
        return new AggregateFunction(Signature.of(signature), new SqlTemplate(sql), Spread.ONE, name, summary);
    }

    AggregateFunction spread(Spread columns) {
        return new AggregateFunction(signature, sql, columns, resultName, summary);
    }

    public String name() {
        return signature.name();
    }

    /** The SQL of a call; {@code context} holds {@code filter} and {@code order}. */
    public String call(List<String> arguments, Map<String, String> context) {
        return signature.fill(sql, arguments, context);
    }
}
