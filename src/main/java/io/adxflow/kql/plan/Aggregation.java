package io.adxflow.kql.plan;

import io.adxflow.kql.function.AggregateFunction;
import java.util.List;

/** One result column of an aggregate: a call over the rows of a group. */
public record Aggregation(Field field, AggregateFunction function, List<Scalar> arguments) {
    public Aggregation {
        arguments = List.copyOf(arguments);
        if (!function.signature().takes(arguments.size())) {
            throw new IllegalArgumentException("the binder let through a bad call of " + function.name());
        }
    }
}
