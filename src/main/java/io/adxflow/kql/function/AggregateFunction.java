package io.adxflow.kql.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One overload of an aggregate. Its SQL already gives KQL's value for an empty input and skips the nulls that KQL skips.
 * {@code {order}} is filled from the context with <code> ORDER BY …</code> or nothing, the order of the serialized input.
 */
public record AggregateFunction(
        Signature signature, SqlTemplate sql, Spread spread, ResultName resultName, String summary) {
    /** How many columns one call gives. */
    public enum Spread {
        ONE,
        /** One column per argument, the first too, each the SQL of (first, that argument); {@code *} is allowed. */
        COLUMNS_BY_KEY,
        /** One column per argument; {@code *} is allowed. Of several, each is the SQL of (that argument, true). */
        COLUMNS,
        /** One column per constant after the other arguments; its name ends in the constant, dots turned to underscores. */
        CONSTANTS
    }

    static AggregateFunction aggregate(String signature, String sql, String prefix, String summary) {
        ResultName name = prefix.isEmpty() ? ResultName.FIRST_ARGUMENT : ResultName.prefix(prefix);
        return new AggregateFunction(Signature.of(signature), new SqlTemplate(sql), Spread.ONE, name, summary);
    }

    /** The result is named by the name of the function and two arguments. */
    AggregateFunction namedByTwo() {
        return new AggregateFunction(signature, sql, spread, ResultName.prefixOfTwo(name()), summary);
    }

    AggregateFunction spread(Spread columns) {
        return new AggregateFunction(signature, sql, columns, resultName, summary);
    }

    /** The same aggregate of one value over the rows where a predicate, the last argument, holds. */
    AggregateFunction conditional() {
        boolean isBag = name().equals("make_bag");
        String name = name() + (isBag ? "_if" : "if");
        List<Parameter> parameters = new ArrayList<>(signature.parameters());
        parameters.add(new Parameter(
                "predicate", TypeClass.BOOL, Parameter.Presence.REQUIRED, false, List.of(), Optional.empty()));
        return new AggregateFunction(
                new Signature(name, parameters, signature.result()),
                new SqlTemplate(sql.text().replace("{0}", "CASE WHEN {1} THEN {0} END")),
                Spread.ONE,
                isBag || resultName.kind() != ResultName.Kind.PREFIX ? resultName : ResultName.prefix(name),
                summary + ", where a predicate holds");
    }

    /** The same aggregate under an old name, its columns named by a prefix. */
    AggregateFunction renamed(String name, String prefix, String hint) {
        Signature other = new Signature(name, signature.parameters(), signature.result());
        return new AggregateFunction(other, sql, spread, ResultName.prefix(prefix), summary + " (old; " + hint + ")");
    }

    /** The same aggregate computed by other SQL. */
    AggregateFunction over(String otherSql) {
        return new AggregateFunction(signature, new SqlTemplate(otherSql), spread, resultName, summary);
    }

    public String name() {
        return signature.name();
    }

    /** The SQL of a call; {@code context} holds {@code order}. */
    public String call(List<String> arguments, Map<String, String> context) {
        return signature.fill(sql, arguments, context);
    }
}
