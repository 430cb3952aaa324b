package io.adxflow.kql.bind.operator;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.AggregateCalls;
import io.adxflow.kql.bind.scalar.ResultNames;
import io.adxflow.kql.bind.scope.SharedRelation;
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
import io.adxflow.kql.syntax.tree.SortKey;
import io.adxflow.kql.syntax.tree.TopNestedLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code top-nested}: level by level, the rows of the groups that the levels above kept are grouped by one more key, and each
 * group above keeps its first ones.
 */
public final class TopNestedBinder {
    private final Frame frame;
    private final SharedRelation input;
    private final ColumnNames names = new ColumnNames();

    public TopNestedBinder(Frame frame) {
        this.frame = frame;
        this.input = new SharedRelation(frame.input());
    }

    /** The groups so far: their columns in the order of the result, and those among them that are keys. */
    private record Groups(Relation rows, List<Field> keys) {}

    public Relation topNested(GroupOperator.TopNested nested) {
        boolean hasOthers =
                nested.levels().stream().anyMatch(level -> level.others().isPresent());
        List<SharedRelation> kept = new ArrayList<>();
        for (TopNestedLevel level : nested.levels()) {
            Optional<Groups> above = kept.isEmpty() ? Optional.empty() : Optional.of(groups(kept.get(kept.size() - 1)));
            Relation rows = level(above, level, nested.levels().subList(0, kept.size()));
            Relation groups = new Relation.Sort(rows, Header.of(rows.header().fields()));
            // Groups that tie must be the same ones wherever they are read.
            kept.add(new SharedRelation(hasOthers ? new Relation.Materialize(groups) : groups));
        }
        return hasOthers
                ? new TopNestedOthers(frame, input, nested.levels(), kept).all()
                : kept.get(kept.size() - 1).use(frame.session());
    }

    /** Columns come in pairs: a key, and the value of its groups. */
    private Groups groups(SharedRelation kept) {
        Relation rows = kept.use(frame.session());
        List<Field> keys = new ArrayList<>();
        for (int i = 0; i < rows.header().fields().size(); i += 2) {
            keys.add(rows.header().fields().get(i));
        }
        return new Groups(rows, keys);
    }

    private static List<Field> keys(Optional<Groups> groups) {
        return groups.map(Groups::keys).orElse(List.of());
    }

    private Relation level(Optional<Groups> above, TopNestedLevel level, List<TopNestedLevel> outer) {
        Frame rows = frame.over(input.use(frame.session()));
        List<Assignment> grouped = new ArrayList<>();
        outer.forEach(parent -> grouped.add(key(rows, parent.of().value(), "parent")));
        String keyName = level.of().name().map(Expression.Name::text).orElseGet(() -> ResultNames.of(
                        level.of().value())
                .orElse("Column1"));
        Assignment key = key(rows, level.of().value(), names.unique(keyName));
        grouped.add(key);
        AggregateCalls aggregates = new AggregateCalls(frame.session());
        Scalar bound = rows.scalars(aggregates).bind(level.aggregate().value());
        Span span = level.aggregate().span();
        aggregates.requireAggregated(bound, span, List.of(), rows.input().header());
        List<Field> fields = new ArrayList<>();
        grouped.forEach(assignment -> fields.add(assignment.field()));
        aggregates.found().forEach(aggregation -> fields.add(aggregation.field()));
        Relation groups = new Relation.Aggregate(rows.input(), grouped, aggregates.found(), Header.of(fields));
        Field value = frame.session()
                .field(
                        level.aggregate()
                                .name()
                                .map(name -> names.unique(name.text()))
                                .orElseGet(() -> names.unique("aggregated_" + keyName)),
                        bound.type());
        Relation valued = extended(groups, grouped, value, bound);
        return first(
                above.map(parents -> joined(parents, valued, grouped, value)).orElse(valued), above, level, value);
    }

    private Assignment key(Frame rows, Expression expression, String name) {
        Scalar value = rows.scalars().bind(expression);
        return new Assignment(frame.session().field(name, value.type()), value);
    }

    private static Relation extended(Relation groups, List<Assignment> grouped, Field value, Scalar bound) {
        List<Field> fields = new ArrayList<>();
        grouped.forEach(assignment -> fields.add(assignment.field()));
        fields.add(value);
        return new Relation.Project(groups, List.of(new Assignment(value, bound)), Header.of(fields));
    }

    /** The groups whose outer keys are among those that are kept. */
    private static Relation joined(Groups parents, Relation groups, List<Assignment> grouped, Field value) {
        List<JoinKey> same = new ArrayList<>();
        for (int i = 0; i < parents.keys().size(); i++) {
            same.add(new JoinKey(
                    parents.keys().get(i).reference(), grouped.get(i).field().reference()));
        }
        List<Field> fields = new ArrayList<>(parents.rows().header().fields());
        fields.add(grouped.get(grouped.size() - 1).field());
        fields.add(value);
        return new Relation.Join(parents.rows(), groups, JoinKind.INNER, same, Header.of(fields));
    }

    private Relation first(Relation rows, Optional<Groups> above, TopNestedLevel level, Field value) {
        if (level.rows().isEmpty()) {
            return rows;
        }
        OrderKey order = level.direction() == SortKey.Direction.ASC
                ? new OrderKey(value, OrderKey.Direction.ASCENDING, OrderKey.Nulls.FIRST)
                : new OrderKey(value, OrderKey.Direction.DESCENDING, OrderKey.Nulls.LAST);
        List<Field> fields = rows.header().fields();
        Field key = fields.get(fields.size() - 2);
        OrderKey tie = new OrderKey(key, OrderKey.Direction.ASCENDING, OrderKey.Nulls.FIRST);
        Header header = rows.header().withOrder(List.of(order, tie)).partitionedBy(keys(above));
        return new Relation.Limit(
                new Relation.Sort(rows, header),
                RowBinder.rows(frame, level.rows().get()));
    }
}
