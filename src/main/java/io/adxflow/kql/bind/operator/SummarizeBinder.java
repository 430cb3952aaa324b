package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.DYNAMIC_KEY;

import io.adxflow.kql.bind.scalar.AggregateCalls;
import io.adxflow.kql.bind.scalar.ResultNames;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.GroupOperator;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code summarize}: the keys, then the aggregates; an expression around aggregates becomes a step above them. */
public final class SummarizeBinder {
    private final Frame frame;
    private final AggregateCalls aggregates;
    private final List<Assignment> keys = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Assignment> computed = new ArrayList<>();

    public SummarizeBinder(Frame frame) {
        this.frame = frame;
        this.aggregates = new AggregateCalls(frame.session());
    }

    public Relation summarize(GroupOperator.Summarize summarize) {
        Set<String> explicit = new LinkedHashSet<>();
        summarize.keys().forEach(key -> key.names().forEach(name -> explicit.add(name.text())));
        summarize.aggregates().forEach(item -> item.names().forEach(name -> explicit.add(name.text())));
        ColumnNames names = new ColumnNames(explicit);
        summarize.keys().forEach(key -> key(key, names));
        summarize.aggregates().forEach(item -> aggregate(item, names));
        return relation();
    }

    private Relation relation() {
        List<Field> grouped = new ArrayList<>();
        keys.forEach(key -> grouped.add(key.field()));
        aggregates.found().forEach(aggregation -> grouped.add(aggregation.field()));
        List<Field> partition = frame.input().header().partition();
        List<Assignment> allKeys = new ArrayList<>(keys);
        partition.forEach(field -> allKeys.add(new Assignment(field, field.reference())));
        Relation rows = new Relation.Aggregate(
                frame.input(), allKeys, aggregates.found(), Header.of(grouped).partitionedBy(partition));
        return new Relation.Project(rows, computed, rows.header().withFields(fields));
    }

    private void key(NamedExpression key, ColumnNames names) {
        Optional<Scalar> value = frame.session().problems().attempt(() -> keyValue(key));
        String name = key.name()
                .map(Expression.Name::text)
                .orElseGet(() -> ResultNames.of(key.value()).map(names::unique).orElseGet(names::column));
        if (value.isEmpty()) {
            fields.add(frame.session().brokenField(name));
            return;
        }
        boolean isColumn = value.get() instanceof Scalar.ColumnReference;
        Field field = isColumn && !isKey((Scalar.ColumnReference) value.get())
                ? new Field(
                        ((Scalar.ColumnReference) value.get()).id(),
                        name,
                        value.get().type())
                : frame.session().field(name, value.get().type());
        keys.add(new Assignment(field, value.get()));
        fields.add(field);
    }

    private boolean isKey(Scalar.ColumnReference column) {
        return keys.stream().anyMatch(key -> key.field().id() == column.id());
    }

    private Scalar keyValue(NamedExpression key) {
        Scalar value = frame.scalars().bind(key.value());
        if (value.type() == KqlType.DYNAMIC) {
            throw DYNAMIC_KEY
                    .at(key.value().span())
                    .withHint("tostring() or another conversion gives it a type")
                    .toException();
        }
        return value;
    }

    private void aggregate(NamedExpression item, ColumnNames names) {
        boolean isSpread = frame.session()
                .problems()
                .attempt(() -> new SpreadBinder(frame, aggregates, keys).spread(item, names, fields))
                .orElseGet(() -> broken(item));
        if (!isSpread) {
            single(item, names);
        }
    }

    /** The columns of an aggregate that is wrong, as far as they have names. */
    private boolean broken(NamedExpression item) {
        item.names().forEach(name -> fields.add(frame.session().brokenField(name.text())));
        if (item.names().isEmpty()) {
            fields.add(frame.session().brokenField(ResultNames.of(item.value()).orElse("Column1")));
        }
        return true;
    }

    private void single(NamedExpression item, ColumnNames names) {
        Optional<Scalar> value = frame.session().problems().attempt(() -> aggregated(item));
        String name = item.name()
                .map(Expression.Name::text)
                .orElseGet(() -> ResultNames.of(item.value()).map(names::unique).orElseGet(names::column));
        if (value.isEmpty()) {
            fields.add(frame.session().brokenField(name));
        } else if (value.get() instanceof Scalar.ColumnReference column) {
            fields.add(new Field(column.id(), name, column.type()));
        } else {
            Field field = frame.session().field(name, value.get().type());
            fields.add(field);
            computed.add(new Assignment(field, value.get()));
        }
    }

    /** The value of an expression over aggregates; a column may stand outside of them when it is a key. */
    private Scalar aggregated(NamedExpression item) {
        Scalar value = frame.scalars(aggregates).bind(item.value());
        List<Integer> keyIds = keys.stream().map(key -> key.field().id()).toList();
        aggregates.requireAggregated(value, item.span(), keyIds, frame.input().header());
        return value;
    }
}
