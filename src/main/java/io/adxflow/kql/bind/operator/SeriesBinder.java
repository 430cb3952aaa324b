package io.adxflow.kql.bind.operator;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.AggregateCalls;
import io.adxflow.kql.bind.scalar.Overloads;
import io.adxflow.kql.bind.scalar.ResultNames;
import io.adxflow.kql.bind.scope.SharedRelation;
import io.adxflow.kql.function.AggregateFunction;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Aggregation;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.JoinKey;
import io.adxflow.kql.plan.JoinKind;
import io.adxflow.kql.plan.OrderKey;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.GroupOperator;
import io.adxflow.kql.syntax.tree.SeriesAggregate;
import io.adxflow.kql.syntax.tree.SeriesKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code make-series}: the rows are aggregated by keys and by the number of their bin; the keys meet all bin numbers, those
 * without rows get the default, and the values of each key become one array.
 */
public final class SeriesBinder {
    private final Frame frame;
    private final Span span;
    private final GroupOperator.MakeSeries series;
    private final List<Assignment> keys = new ArrayList<>();
    private final List<Field> keyFields = new ArrayList<>();
    private final List<Field> values = new ArrayList<>();
    private final List<Scalar> defaults = new ArrayList<>();
    private final Map<Field, Scalar> computed = new HashMap<>();
    private final AggregateCalls aggregates;

    public SeriesBinder(Frame frame, GroupOperator.MakeSeries series) {
        this.frame = frame;
        this.series = series;
        this.span = series.span();
        this.aggregates = new AggregateCalls(frame.session());
    }

    public Relation makeSeries() {
        ColumnNames names = new ColumnNames();
        series.keys().forEach(key -> key(key.value(), key.name(), names));
        addKeyWithoutKeys();
        series.aggregates().forEach(aggregate -> aggregate(aggregate, names));
        String axisName = series.axis().name().map(Expression.Name::text).orElseGet(() -> ResultNames.of(
                        series.axis().value())
                .orElse("Column1"));
        SeriesAxis axis = new SeriesAxis(frame, series);
        Field bin = frame.session().field("bin", KqlType.LONG);
        SharedRelation binned = new SharedRelation(binned(axis, bin));
        return arrays(padded(binned, axis, bin), axis, names.unique(axisName));
    }

    /** Rows without keys share one that nobody sees, so that no row gives no series. */
    private void addKeyWithoutKeys() {
        if (keys.isEmpty() && series.kind() == SeriesKind.DEFAULT) {
            Scalar one = Scalar.Constant.of(KqlType.LONG, 1L);
            Field field = frame.session().field("key", KqlType.LONG);
            keys.add(new Assignment(field, one));
            keyFields.add(field);
        }
    }

    private void key(Expression value, Optional<Expression.Name> given, ColumnNames names) {
        Scalar bound = frame.scalars().bind(value);
        String name = given.map(Expression.Name::text)
                .orElseGet(() -> ResultNames.of(value).map(names::unique).orElseGet(names::column));
        Field field = frame.session().field(name, bound.type());
        keys.add(new Assignment(field, bound));
        keyFields.add(field);
    }

    private void aggregate(SeriesAggregate aggregate, ColumnNames names) {
        Expression value = aggregate.aggregate().value();
        Scalar bound = frame.scalars(aggregates).bind(value);
        aggregates.requireAggregated(
                bound, value.span(), List.of(), frame.input().header());
        String name = aggregate.aggregate().name().map(Expression.Name::text).orElseGet(() -> ResultNames.of(value)
                .map(names::unique)
                .orElseGet(names::column));
        Field field = bound instanceof Scalar.ColumnReference column
                ? new Field(column.id(), name, column.type())
                : frame.session().field(name, bound.type());
        values.add(field);
        computed.put(field, bound);
        defaults.add(aggregate
                .defaultValue()
                .map(expression -> frame.scalars().bind(expression))
                .orElseGet(() -> zero(bound.type())));
    }

    private static Scalar zero(KqlType type) {
        return switch (type) {
            case INT -> Scalar.Constant.of(type, 0);
            case LONG, TIMESPAN -> Scalar.Constant.of(type, 0L);
            case REAL -> Scalar.Constant.of(type, 0.0);
            default -> Scalar.Constant.nullOf(type);
        };
    }

    /** One row for each key and each bin that has rows. */
    private Relation binned(SeriesAxis axis, Field bin) {
        List<Assignment> grouped = new ArrayList<>(keys);
        grouped.add(new Assignment(bin, axis.bin()));
        List<Field> fields = new ArrayList<>(keyFields);
        fields.add(bin);
        aggregates.found().forEach(aggregation -> fields.add(aggregation.field()));
        Relation rows = new Relation.Aggregate(axis.rows(), grouped, aggregates.found(), Header.of(fields));
        List<Assignment> around = new ArrayList<>();
        values.stream()
                .filter(field -> !fields.contains(field))
                .filter(field -> !(computed.get(field) instanceof Scalar.ColumnReference))
                .forEach(field -> around.add(new Assignment(field, computed.get(field))));
        List<Field> all = new ArrayList<>(keyFields);
        all.add(bin);
        all.addAll(values);
        return new Relation.Project(rows, around, Header.of(all));
    }

    /** Every key with every bin, and the values of the bins that have some. */
    private Relation padded(SharedRelation binned, SeriesAxis axis, Field bin) {
        Relation filled = binned.use(frame.session());
        Relation again = binned.use(frame.session());
        List<Assignment> distinct = new ArrayList<>();
        List<Field> keyCopies = again.header().fields().subList(0, keyFields.size());
        keyCopies.forEach(field -> distinct.add(new Assignment(field, field.reference())));
        Relation all = axis.numbers();
        Field number = all.header().fields().get(0);
        List<Field> gridFields = new ArrayList<>(keyCopies);
        gridFields.add(number);
        Relation grid = all;
        if (!keyFields.isEmpty()) {
            Relation keysOnly = new Relation.Aggregate(again, distinct, List.of(), Header.of(keyCopies));
            grid = new Relation.Join(keysOnly, all, JoinKind.INNER, List.of(), Header.of(gridFields));
        }
        List<JoinKey> same = new ArrayList<>();
        for (int i = 0; i < keyFields.size(); i++) {
            same.add(new JoinKey(
                    keyCopies.get(i).reference(),
                    filled.header().fields().get(i).reference()));
        }
        same.add(new JoinKey(number.reference(), bin.reference()));
        List<Field> fields = new ArrayList<>(gridFields);
        fields.addAll(values);
        Header header = Header.of(fields)
                .withOrder(List.of(new OrderKey(number, OrderKey.Direction.ASCENDING, OrderKey.Nulls.FIRST)));
        return new Relation.Join(grid, filled, JoinKind.LEFTOUTER, same, header);
    }

    private Relation arrays(Relation padded, SeriesAxis axis, String axisName) {
        List<Field> columns = padded.header().fields();
        List<Assignment> grouped = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < keyFields.size(); i++) {
            Field key = columns.get(i).named(keyFields.get(i).name());
            grouped.add(new Assignment(key, key.reference()));
            if (!series.keys().isEmpty()) {
                fields.add(key);
            }
        }
        List<Aggregation> lists = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            lists.add(list(values.get(i).name(), filled(values.get(i), defaults.get(i))));
        }
        lists.add(list(axisName, axis.start(columns.get(keyFields.size()))));
        lists.forEach(list -> fields.add(list.field()));
        return new Relation.Aggregate(padded, grouped, lists, Header.of(fields));
    }

    private Scalar filled(Field value, Scalar otherwise) {
        return frame.scalars().call("coalesce", span, List.of(value.reference(), otherwise), List.of(span, span));
    }

    private Aggregation list(String name, Scalar element) {
        Overloads.Call<AggregateFunction> call = Overloads.resolve(
                "make_list_with_nulls",
                span,
                FunctionRegistry.aggregate("make_list_with_nulls"),
                AggregateFunction::signature,
                List.of(element),
                List.of(span));
        return new Aggregation(frame.session().field(name, KqlType.DYNAMIC), call.function(), call.arguments());
    }
}
