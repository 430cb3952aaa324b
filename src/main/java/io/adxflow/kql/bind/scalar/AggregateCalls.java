package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.NOT_AGGREGATED;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scope.References;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.function.AggregateFunction;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Aggregation;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the aggregates of the expressions of one operator. */
public final class AggregateCalls implements ExtraCalls {
    private final Session session;
    private final List<Aggregation> found = new ArrayList<>();

    public AggregateCalls(Session session) {
        this.session = session;
    }

    public List<Aggregation> found() {
        return found;
    }

    @Override
    public Optional<Scalar> bind(Expression.Call call, ScalarBinder scalars) {
        String name = call.function().text();
        if (FunctionRegistry.aggregate(name).isEmpty()) {
            return Optional.empty();
        }
        List<Expression> arguments = CallBinder.positional(call);
        List<Scalar> bound = scalars.plain().bindAll(arguments);
        return Optional.of(
                add(call, bound, arguments.stream().map(Expression::span).toList())
                        .reference());
    }

    /** Another aggregate over arguments that are bound already. */
    public Field add(Expression.Call call, List<Scalar> arguments, List<Span> spans) {
        String name = call.function().text();
        Overloads.Call<AggregateFunction> chosen = Overloads.resolve(
                name, call.span(), FunctionRegistry.aggregate(name), AggregateFunction::signature, arguments, spans);
        PercentileRange.check(chosen.function().signature(), chosen.arguments(), spans);
        List<KqlType> types = chosen.arguments().stream().map(Scalar::type).toList();
        Field field = session.field(name, chosen.function().signature().result().of(types));
        found.add(new Aggregation(field, chosen.function(), chosen.arguments()));
        return field;
    }

    /** Every column of an expression must stand inside an aggregate, or be allowed: a key of the groups. */
    public void requireAggregated(Scalar value, Span span, List<Integer> allowed, Header rows) {
        for (int id : References.of(value)) {
            boolean isAggregate =
                    found.stream().anyMatch(aggregation -> aggregation.field().id() == id);
            if (!isAggregate && !allowed.contains(id)) {
                throw NOT_AGGREGATED
                        .at(span, nameOf(id, rows))
                        .withHint("take_any(), max() or another aggregate makes one value of them")
                        .toException();
            }
        }
    }

    private static String nameOf(int id, Header rows) {
        return rows.fields().stream()
                .filter(field -> field.id() == id)
                .map(Field::name)
                .findFirst()
                .orElse("the expression");
    }
}
