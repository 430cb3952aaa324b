package io.adxflow.adx.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;

/**
 * Turns a predicate of Spark into KQL that keeps exactly the same rows, or says that it cannot. Both sides of the
 * three-valued logic are translated: one condition for "true", one for "false", so that {@code NOT} is exact where a
 * value is null.
 */
final class PredicateToKql {
    private final Map<String, ReadColumn> columns;

    PredicateToKql(List<ReadColumn> columns) {
        this.columns = columns.stream().collect(Collectors.toMap(ReadColumn::name, Function.identity()));
    }

    /** A condition that holds for the rows for which the predicate is true; empty when there is no exact one. */
    Optional<String> translate(Predicate predicate) {
        return isTrue(predicate);
    }

    private Optional<String> isTrue(Predicate predicate) {
        return switch (predicate.name()) {
            case "AND" -> both(predicate, " and ", this::isTrue);
            case "OR" -> both(predicate, " or ", this::isTrue);
            case "NOT" -> child(predicate).flatMap(this::isFalse);
            case "ALWAYS_TRUE" -> Optional.of("true");
            case "ALWAYS_FALSE" -> Optional.of("false");
            default -> leaf(predicate).flatMap(ColumnCondition::isTrue);
        };
    }

    private Optional<String> isFalse(Predicate predicate) {
        return switch (predicate.name()) {
            case "AND" -> both(predicate, " or ", this::isFalse);
            case "OR" -> both(predicate, " and ", this::isFalse);
            case "NOT" -> child(predicate).flatMap(this::isTrue);
            case "ALWAYS_TRUE" -> Optional.of("false");
            case "ALWAYS_FALSE" -> Optional.of("true");
            default -> leaf(predicate).flatMap(ColumnCondition::isFalse);
        };
    }

    private static Optional<String> both(
            Predicate predicate, String operator, Function<Predicate, Optional<String>> side) {
        Expression[] children = predicate.children();
        if (children.length != 2
                || !(children[0] instanceof Predicate left)
                || !(children[1] instanceof Predicate right)) {
            return Optional.empty();
        }
        return side.apply(left).flatMap(l -> side.apply(right).map(r -> "(" + l + operator + r + ")"));
    }

    private static Optional<Predicate> child(Predicate predicate) {
        return predicate.children().length == 1 && predicate.children()[0] instanceof Predicate inner
                ? Optional.of(inner)
                : Optional.empty();
    }

    private Optional<ColumnCondition> leaf(Predicate predicate) {
        Expression[] children = predicate.children();
        boolean literals = Arrays.stream(children).skip(1).allMatch(Literal.class::isInstance);
        if (children.length == 0 || !(children[0] instanceof NamedReference reference) || !literals) {
            return Optional.empty();
        }
        List<Literal<?>> values = Arrays.stream(children)
                .skip(1)
                .<Literal<?>>map(value -> (Literal<?>) value)
                .toList();
        return column(reference).map(column -> new ColumnCondition(column, predicate.name(), values));
    }

    private Optional<ReadColumn> column(NamedReference reference) {
        String[] parts = reference.fieldNames();
        return parts.length == 1 ? Optional.ofNullable(columns.get(parts[0])) : Optional.empty();
    }
}
