package io.adxflow.adx.spark;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.connector.expressions.Expression;

/**
 * A {@code summarize} that gives what Spark's aggregation gives.
 *
 * @param columns the keys and then the aggregates, as Spark expects them
 * @param expressions what each of the columns is to Spark
 */
record KqlAggregation(String operator, List<ReadColumn> columns, List<Expression> expressions) {
    KqlAggregation {
        columns = List.copyOf(columns);
        expressions = List.copyOf(expressions);
    }

    /** Without keys there is one row, whatever was aggregated. */
    boolean isOneRow() {
        return !operator.contains(" by ");
    }

    /** The column that holds a key or an aggregate. */
    Optional<ReadColumn> column(Expression expression) {
        return IntStream.range(0, columns.size())
                .filter(i -> expressions.get(i).describe().equals(expression.describe()))
                .mapToObj(columns::get)
                .findFirst();
    }
}
