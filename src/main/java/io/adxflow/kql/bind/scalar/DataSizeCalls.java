package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.List;
import java.util.stream.Stream;

/** {@code estimate_data_size(…)}: the bytes of some columns of a row, or of all. */
final class DataSizeCalls {
    private static final String NAME = "estimate_data_size";

    private final Expression.Call call;
    private final ScalarBinder scalars;

    DataSizeCalls(Expression.Call call, ScalarBinder scalars) {
        this.call = call;
        this.scalars = scalars;
    }

    Scalar bind() {
        return CallBinder.positional(call).stream()
                .flatMap(this::columns)
                .map(column -> apply(NAME, List.of(column)))
                .reduce((left, right) -> apply("+", List.of(left, right)))
                .orElseThrow(() -> WRONG_ARGUMENT_COUNT
                        .at(call.span(), NAME, "0 arguments")
                        .toException());
    }

    private Stream<Scalar> columns(Expression argument) {
        return argument instanceof Expression.Wildcard
                ? scalars.rows().fields().stream().map(Field::reference)
                : Stream.of(scalars.bind(argument));
    }

    private Scalar apply(String function, List<Scalar> arguments) {
        return scalars.call(
                function,
                call.span(),
                arguments,
                arguments.stream().map(argument -> call.span()).toList());
    }
}
