package io.adxflow.kql.bind.scalar;

import io.adxflow.kql.function.AggregateFunction;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.function.KqlFunction;
import io.adxflow.kql.function.ResultName;
import io.adxflow.kql.function.SpecialForm;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The name of the column that an unnamed expression gives, if it has one of its own.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/summarize-operator#default-column-names">Default column names</a>
 */
public final class ResultNames {
    private ResultNames() {}

    public static Optional<String> of(Expression expression) {
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
        List<Optional<String>> arguments =
                call.arguments().stream().map(argument -> of(argument.value())).toList();
        return rule(call.function().text()).flatMap(rule -> rule.of(arguments));
    }

    private static Optional<ResultName> rule(String function) {
        Stream<ResultName> aggregates =
                FunctionRegistry.aggregate(function).stream().map(AggregateFunction::resultName);
        Stream<ResultName> scalars = FunctionRegistry.scalar(function).stream().map(KqlFunction::resultName);
        Stream<ResultName> forms = SpecialForm.named(function).stream().map(SpecialForm::resultName);
        return Stream.of(aggregates, scalars, forms).flatMap(names -> names).findFirst();
    }
}
