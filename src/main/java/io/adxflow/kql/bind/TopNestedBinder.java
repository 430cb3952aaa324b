package io.adxflow.kql.bind;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.JoinKey;
import io.adxflow.kql.plan.JoinKind;
import io.adxflow.kql.plan.OrderKey;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.Expression;
import io.adxflow.kql.syntax.GroupOperator;
import io.adxflow.kql.syntax.SortKey;
import io.adxflow.kql.syntax.TopNestedLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code top-nested}: level by level, the rows of the groups that the levels above kept are grouped by one more key, and each
 * group above keeps its first ones.
 */
final class TopNestedBinder {
    private final Frame frame;
    private final SharedRelation input;
    private final ColumnNames names = new ColumnNames();

    TopNestedBinder(Frame frame) {
        this.frame = frame;
        this.input = new SharedRelation(frame.input());
    }

    /** The groups so far: their columns in the order of the result, and those among them that are keys. */
    private record Groups(Relation rows, List<Field> keys) {}

    Relation topNested(GroupOperator.TopNested nested) {
        Optional<Groups> groups = Optional.empty();
        for (TopNestedLevel level : nested.levels()) {
            groups = Optional.of(
                    level(groups, level, nested.levels().subList(0, keys(groups).size())));
        }
        Relation rows = groups.orElseThrow().rows();
        return new Relation.Sort(rows, Header.of(rows.header().fields()));
    }

    private static List<Field> keys(Optional<Groups> groups) {
        return groups.map(Groups::keys).orElse(List.of());
    }

    private Groups level(Optional<Groups> above, TopNestedLevel level, List<TopNestedLevel> outer) {
        if (level.others().isPresent()) {
            throw UNSUPPORTED_OPTION
                    .at(level.span(), "'with others' of top-nested")
                    .toException();
        }
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
                above.map(parents -> joined(parents, valued, grouped, value)).orElse(valued), above, level, key, value);
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

    private Groups first(Relation rows, Optional<Groups> above, TopNestedLevel level, Assignment key, Field value) {
        List<Field> keys = new ArrayList<>(keys(above));
        keys.add(key.field());
        if (level.rows().isEmpty()) {
            return new Groups(rows, keys);
        }
        OrderKey order = level.direction() == SortKey.Direction.ASC
                ? new OrderKey(value, OrderKey.Direction.ASCENDING, OrderKey.Nulls.FIRST)
                : new OrderKey(value, OrderKey.Direction.DESCENDING, OrderKey.Nulls.LAST);
        Header header = rows.header().withOrder(List.of(order)).partitionedBy(keys(above));
        Relation limited = new Relation.Limit(
                new Relation.Sort(rows, header),
                RowBinder.rows(frame, level.rows().get()));
        return new Groups(new Relation.Sort(limited, Header.of(header.fields())), keys);
    }
}
