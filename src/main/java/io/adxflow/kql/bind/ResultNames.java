package io.adxflow.kql.bind;

import io.adxflow.kql.function.AggregateFunction;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.function.KqlFunction;
import io.adxflow.kql.function.ResultName;
import io.adxflow.kql.syntax.Expression;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The name of the column that an unnamed expression gives, if it has one of its own.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/summarize-operator#default-column-names">Default column names</a>
 */
final class ResultNames {
    private ResultNames() {}

    static Optional<String> of(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return Optional.of(name.text());
        }
        if (expression instanceof Expression.Member member) {
            return of(member.target())
                    .map(target -> target + "_" + member.member().text());
        }
        if (expression instanceof Expression.Index index && index.index() instanceof Expression.Literal key) {
            return of(index.target()).flatMap(target -> key.value().map(value -> target + "_" + value));
        }
        return expression instanceof Expression.Call call ? ofCall(call) : Optional.empty();
    }

    private static Optional<String> ofCall(Expression.Call call) {
        Optional<String> first = call.arguments().isEmpty()
                ? Optional.empty()
                : of(call.arguments().get(0).value());
        return rule(call.function().text()).flatMap(rule -> rule.of(first));
    }

    private static Optional<ResultName> rule(String function) {
        Stream<ResultName> aggregates =
                FunctionRegistry.aggregate(function).stream().map(AggregateFunction::resultName);
        Stream<ResultName> scalars = FunctionRegistry.scalar(function).stream().map(KqlFunction::resultName);
        return Stream.concat(aggregates, scalars).findFirst();
    }
}
