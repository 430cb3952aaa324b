package io.adxflow.kql.bind.plugin;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_COLUMN;
import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.operator.ColumnNames;
import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.bind.scalar.AggregateCalls;
import io.adxflow.kql.bind.scalar.CallBinder;
import io.adxflow.kql.bind.scalar.Conversion;
import io.adxflow.kql.bind.scope.References;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Aggregation;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code evaluate pivot(column, aggregate, keys…)}: a column for each value of the pivot column, in their order. */
final class PivotBinder {
    private static final Set<String> ZERO_WITHOUT_ROWS =
            Set.of("count", "countif", "dcount", "dcountif", "sum", "sumif", "count_distinct");

    private final Frame frame;
    private final Span span;
    private final List<Expression> arguments;

    PivotBinder(Frame frame, ExpandOperator.Evaluate evaluate) {
        this.frame = frame;
        this.span = evaluate.plugin().span();
        this.arguments = CallBinder.positional(evaluate.plugin());
        if (arguments.isEmpty()) {
            throw WRONG_ARGUMENT_COUNT.at(span, "pivot", "0 arguments").toException();
        }
    }

    Relation pivot() {
        Field pivot = column(arguments.get(0));
        Expression.Call aggregate = arguments.size() > 1 && arguments.get(1) instanceof Expression.Call call
                ? call
                : new Expression.Call(span, new Expression.Name(span, "count"), List.of());
        AggregateCalls calls = new AggregateCalls(frame.session());
        frame.scalars(calls).bind(aggregate);
        Aggregation value = calls.found().get(0);
        List<Field> keys = keys(pivot, value);
        List<Assignment> grouped = new ArrayList<>();
        keys.forEach(key -> grouped.add(new Assignment(key, key.reference())));
        Field text = frame.session().field("pivot", KqlType.STRING);
        grouped.add(new Assignment(text, call("tostring", pivot.reference())));
        List<Field> fields = new ArrayList<>(keys);
        fields.add(text);
        fields.add(value.field());
        Relation cells = new Relation.Aggregate(frame.input(), grouped, List.of(value), Header.of(fields));
        return spread(cells, keys, text, value, names(pivot));
    }

    private Field column(Expression expression) {
        Scalar bound = frame.scalars().bind(expression);
        return frame.input().header().fields().stream()
                .filter(field -> field.reference().equals(bound))
                .findFirst()
                .orElseThrow(() -> EXPECTED_COLUMN.at(expression.span()).toException());
    }

    /** The columns that are asked for, or all but the pivot column and those that are aggregated. */
    private List<Field> keys(Field pivot, Aggregation value) {
        if (arguments.size() > 2) {
            return arguments.subList(2, arguments.size()).stream()
                    .map(this::column)
                    .toList();
        }
        Set<Integer> used = new HashSet<>(Set.of(pivot.id()));
        value.arguments().forEach(argument -> used.addAll(References.of(argument)));
        return frame.input().header().fields().stream()
                .filter(field -> !used.contains(field.id()))
                .toList();
    }

    private List<String> names(Field pivot) {
        Field text = frame.session().field("pivot", KqlType.STRING);
        Relation distinct = new Relation.Aggregate(
                frame.input(),
                List.of(new Assignment(text, call("tostring", pivot.reference()))),
                List.of(),
                Header.of(List.of(text)));
        return frame.session().preliminary().rows(distinct).stream()
                .map(row -> row.get(0))
                .sorted()
                .toList();
    }

    private Relation spread(Relation cells, List<Field> keys, Field text, Aggregation value, List<String> names) {
        List<Assignment> grouped = new ArrayList<>();
        keys.forEach(key -> grouped.add(new Assignment(key, key.reference())));
        AggregateCalls calls = new AggregateCalls(frame.session());
        List<Field> fields = new ArrayList<>(keys);
        List<Assignment> filled = new ArrayList<>();
        ColumnNames unique = new ColumnNames(keys.stream().map(Field::name).toList());
        for (String name : names) {
            Scalar isIt = call("==", text.reference(), Scalar.Constant.of(KqlType.STRING, name));
            KqlType type = value.field().type();
            Scalar cell = call("iff", isIt, value.field().reference(), Scalar.Constant.nullOf(type));
            String picker = type == KqlType.STRING ? "max" : "take_any";
            Expression.Call call = new Expression.Call(span, new Expression.Name(span, picker), List.of());
            Field raw = calls.add(call, List.of(cell), List.of(span));
            Field field = frame.session().field(unique.unique(name.isEmpty() ? "Column1" : name), type);
            filled.add(new Assignment(field, orZero(raw, value)));
            fields.add(field);
        }
        List<Field> raw = new ArrayList<>(keys);
        calls.found().forEach(aggregation -> raw.add(aggregation.field()));
        Relation rows = new Relation.Aggregate(cells, grouped, calls.found(), Header.of(raw));
        return new Relation.Project(rows, filled, Header.of(fields));
    }

    private Scalar orZero(Field raw, Aggregation value) {
        boolean isZero = ZERO_WITHOUT_ROWS.contains(value.function().name())
                && value.field().type() != KqlType.DYNAMIC;
        return isZero
                ? call("coalesce", raw.reference(), Conversion.to(raw.type(), Scalar.Constant.of(KqlType.LONG, 0L)))
                : raw.reference();
    }

    private Scalar call(String function, Scalar... values) {
        List<Scalar> all = List.of(values);
        return frame.scalars()
                .call(function, span, all, all.stream().map(value -> span).toList());
    }
}
