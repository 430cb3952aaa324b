package io.adxflow.adx.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.aggregate.Avg;
import org.apache.spark.sql.connector.expressions.aggregate.Count;
import org.apache.spark.sql.connector.expressions.aggregate.CountStar;
import org.apache.spark.sql.connector.expressions.aggregate.Max;
import org.apache.spark.sql.connector.expressions.aggregate.Min;
import org.apache.spark.sql.connector.expressions.aggregate.Sum;

/**
 * Turns an aggregation of Spark into one <a
 * href="https://learn.microsoft.com/kusto/query/summarize-operator">summarize</a> with exactly the same rows, or says
 * that it cannot. It is all or nothing: one aggregate that cannot travel keeps the others.
 */
final class AggregationToKql {
    private final Map<String, ReadColumn> columns;

    AggregationToKql(List<ReadColumn> columns) {
        this.columns = columns.stream().collect(Collectors.toMap(ReadColumn::name, Function.identity()));
    }

    Optional<KqlAggregation> translate(Aggregation aggregation) {
        List<ColumnAggregate.Term> keys = new ArrayList<>();
        for (Expression expression : aggregation.groupByExpressions()) {
            Optional<ColumnAggregate.Term> key = column(expression).flatMap(ColumnAggregate::key);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.add(key.get());
        }
        List<ColumnAggregate.Term> values = new ArrayList<>();
        for (AggregateFunc function : aggregation.aggregateExpressions()) {
            Optional<ColumnAggregate.Term> value = value(function);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        List<Expression> expressions = new ArrayList<>(List.of(aggregation.groupByExpressions()));
        expressions.addAll(List.of(aggregation.aggregateExpressions()));
        return Optional.of(summarize(keys, values, expressions));
    }

    private Optional<ColumnAggregate.Term> value(AggregateFunc function) {
        if (function instanceof CountStar) {
            return Optional.of(ColumnAggregate.ROWS);
        }
        if (function instanceof Count count) {
            return column(count.column())
                    .flatMap(count.isDistinct() ? ColumnAggregate::countDistinct : ColumnAggregate::count);
        }
        if (function instanceof Min min) {
            return column(min.column()).flatMap(ColumnAggregate::min);
        }
        if (function instanceof Max max) {
            return column(max.column()).flatMap(ColumnAggregate::max);
        }
        if (function instanceof Sum sum) {
            return sum.isDistinct() ? Optional.empty() : column(sum.column()).flatMap(ColumnAggregate::sum);
        }
        if (function instanceof Avg avg) {
            return avg.isDistinct() ? Optional.empty() : column(avg.column()).flatMap(ColumnAggregate::avg);
        }
        return Optional.empty();
    }

    private Optional<ReadColumn> column(Expression expression) {
        return expression instanceof NamedReference reference && reference.fieldNames().length == 1
                ? Optional.ofNullable(columns.get(reference.fieldNames()[0]))
                : Optional.empty();
    }

    private static KqlAggregation summarize(
            List<ColumnAggregate.Term> keys, List<ColumnAggregate.Term> values, List<Expression> expressions) {
        List<ReadColumn> result = new ArrayList<>();
        String by = named("key", keys, result);
        String aggregates = named("value", values, result);
        String operator = "summarize " + aggregates + (keys.isEmpty() ? "" : " by " + by);
        return new KqlAggregation(operator, result, expressions);
    }

    private static String named(String prefix, List<ColumnAggregate.Term> terms, List<ReadColumn> result) {
        List<String> texts = new ArrayList<>();
        for (ColumnAggregate.Term term : terms) {
            String name = prefix + texts.size();
            texts.add(name + " = " + term.kql());
            result.add(new ReadColumn(name, term.type()));
        }
        return String.join(", ", texts);
    }
}
