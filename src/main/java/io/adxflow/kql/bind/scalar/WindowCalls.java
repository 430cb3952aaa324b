package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.NOT_SERIALIZED;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.function.WindowFunction;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.OrderKey;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.plan.WindowAssignment;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the window functions of an operator's expressions; each becomes a step below the operator. */
public final class WindowCalls implements ExtraCalls {
    private static final WindowFunction POSITION =
            FunctionRegistry.window("row_number").get(0);

    private final Session session;
    private final Header original;
    private Relation relation;

    public WindowCalls(Session session, Relation input) {
        this.session = session;
        this.original = input.header();
        this.relation = input;
    }

    /** The input, extended by a field for each window function. */
    public Relation relation() {
        return relation;
    }

    public boolean isEmpty() {
        return relation.header() == original;
    }

    @Override
    public Optional<Scalar> bind(Expression.Call call, ScalarBinder scalars) {
        String name = call.function().text();
        List<WindowFunction> overloads = FunctionRegistry.window(name);
        if (overloads.isEmpty()) {
            return Optional.empty();
        }
        if (!original.isSerialized()) {
            throw NOT_SERIALIZED
                    .at(call.span(), name)
                    .withHint("sort or serialize the rows first")
                    .toException();
        }
        List<Expression> arguments = CallBinder.positional(call);
        List<Span> spans = arguments.stream().map(Expression::span).toList();
        Overloads.Call<WindowFunction> found = Overloads.resolve(
                name, call.span(), overloads, WindowFunction::signature, scalars.bindAll(arguments), spans);
        number();
        List<KqlType> types = found.arguments().stream().map(Scalar::type).toList();
        Field field = session.field(name, found.function().signature().result().of(types));
        return Optional.of(add(field, found.function(), found.arguments()).reference());
    }

    /** Fixes the order of rows whose keys tie, so that all window functions of a query see one order. */
    private void number() {
        List<OrderKey> order = relation.header().order();
        if (order.size() == 1 && session.isPosition(order.get(0).field())) {
            return;
        }
        Field position = add(session.positionField(), POSITION, List.of());
        OrderKey key = new OrderKey(position, OrderKey.Direction.ASCENDING, OrderKey.Nulls.FIRST);
        relation = new Relation.Sort(relation, relation.header().withOrder(List.of(key)));
    }

    private Field add(Field field, WindowFunction function, List<Scalar> arguments) {
        List<Field> fields = new ArrayList<>(relation.header().fields());
        fields.add(field);
        relation = new Relation.Window(
                relation,
                List.of(new WindowAssignment(field, function, arguments, restart(function, arguments))),
                relation.header().withFields(fields));
        return field;
    }

    private Optional<WindowAssignment.Restart> restart(WindowFunction function, List<Scalar> arguments) {
        return function.restart() >= 0 && function.restart() < arguments.size()
                ? Optional.of(new WindowAssignment.Restart(
                        arguments.get(function.restart()), session.field("run", KqlType.LONG)))
                : Optional.empty();
    }
}
