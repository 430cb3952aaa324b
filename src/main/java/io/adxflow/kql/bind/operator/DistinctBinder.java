package io.adxflow.kql.bind.operator;

import io.adxflow.kql.bind.scalar.ResultNames;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Aggregation;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.GroupOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code distinct} and {@code count}. */
public final class DistinctBinder {
    private final Frame frame;

    public DistinctBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation distinct(GroupOperator.Distinct distinct) {
        List<Assignment> keys = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        ColumnNames names = new ColumnNames();
        for (Expression column : distinct.columns()) {
            if (column instanceof Expression.Wildcard wildcard) {
                frame.input().header().fields().stream()
                        .filter(field -> Wildcards.matches(wildcard.pattern(), field.name()))
                        .forEach(
                                field -> add(names.unique(field.name()), Optional.of(field.reference()), keys, fields));
            } else {
                Optional<Scalar> value =
                        frame.session().problems().attempt(() -> frame.scalars().bind(column));
                add(ResultNames.of(column).map(names::unique).orElseGet(names::column), value, keys, fields);
            }
        }
        return aggregate(keys, List.of(), fields);
    }

    private void add(String name, Optional<Scalar> value, List<Assignment> keys, List<Field> fields) {
        if (value.isEmpty()) {
            fields.add(frame.session().brokenField(name));
            return;
        }
        Field field = frame.session().field(name, value.get().type());
        keys.add(new Assignment(field, value.get()));
        fields.add(field);
    }

    public Relation count(GroupOperator.Count count) {
        Field field =
                frame.session().field(count.name().map(Expression.Name::text).orElse("Count"), KqlType.LONG);
        Aggregation rows =
                new Aggregation(field, FunctionRegistry.aggregate("count").get(0), List.of());
        return aggregate(List.of(), List.of(rows), List.of(field));
    }

    private Relation aggregate(List<Assignment> keys, List<Aggregation> aggregations, List<Field> fields) {
        List<Field> partition = frame.input().header().partition();
        List<Assignment> all = new ArrayList<>(keys);
        partition.forEach(field -> all.add(new Assignment(field, field.reference())));
        return new Relation.Aggregate(
                frame.input(), all, aggregations, Header.of(fields).partitionedBy(partition));
    }
}
