package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.UNORDERED_TYPE;

import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.WindowCalls;
import io.adxflow.kql.bind.scope.Problems;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.OrderKey;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.RowOperator;
import io.adxflow.kql.syntax.tree.SortKey;
import java.util.ArrayList;
import java.util.List;

/** {@code sort} and {@code top}. */
public final class SortBinder {
    private final Frame frame;

    public SortBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation sort(RowOperator.Sort sort) {
        return frame.orElse(
                new Relation.Sort(frame.input(), frame.input().header().serialized()), () -> sorted(sort.keys()));
    }

    public Relation top(RowOperator.Top top) {
        return frame.orElse(
                new Relation.Sort(frame.input(), frame.input().header().serialized()),
                () -> new Relation.Limit(sorted(List.of(top.key())), RowBinder.rows(frame, top.rows())));
    }

    /** A key that is not a plain column becomes a field that nobody sees. */
    private Relation sorted(List<SortKey> keys) {
        WindowCalls windows = frame.windows();
        ScalarBinder scalars = frame.scalars(windows);
        List<Scalar> values = Problems.all(keys, key -> value(scalars, key));
        List<Assignment> computed = new ArrayList<>();
        List<OrderKey> order = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Field field = field(values.get(i), computed);
            order.add(new OrderKey(field, direction(keys.get(i)), nulls(keys.get(i))));
        }
        Relation rows = computed.isEmpty() ? windows.relation() : extended(windows.relation(), computed);
        return new Relation.Sort(
                rows, rows.header().withFields(frame.input().header().fields()).withOrder(order));
    }

    private static Scalar value(ScalarBinder scalars, SortKey key) {
        Scalar value = scalars.bind(key.expression());
        if (value.type() == KqlType.DYNAMIC) {
            throw UNORDERED_TYPE
                    .at(key.expression().span(), value.type())
                    .withHint("tostring(), tolong() or another conversion gives it an order")
                    .toException();
        }
        return value;
    }

    private Field field(Scalar value, List<Assignment> computed) {
        if (value instanceof Scalar.ColumnReference column) {
            return new Field(column.id(), "key", column.type());
        }
        Field field = frame.session().field("key", value.type());
        computed.add(new Assignment(field, value));
        return field;
    }

    private static Relation extended(Relation rows, List<Assignment> computed) {
        List<Field> fields = new ArrayList<>(rows.header().fields());
        computed.forEach(assignment -> fields.add(assignment.field()));
        return new Relation.Project(rows, computed, rows.header().withFields(fields));
    }

    private static OrderKey.Direction direction(SortKey key) {
        return switch (key.direction()) {
            case ASC -> OrderKey.Direction.ASCENDING;
            case DESC -> OrderKey.Direction.DESCENDING;
        };
    }

    private static OrderKey.Nulls nulls(SortKey key) {
        return switch (key.nulls()) {
            case FIRST -> OrderKey.Nulls.FIRST;
            case LAST -> OrderKey.Nulls.LAST;
        };
    }
}
