package io.adxflow.kql.sql;

import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.OrderKey;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.plan.ScalarWalk;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds the fields that anything in a plan names; steps leave out all others. */
final class NeededFields implements Relation.Visitor<Void> {
    private final Set<Integer> ids = new HashSet<>();
    private final ScalarWalk walk = new ScalarWalk(column -> ids.add(column.id()), this::nested);
    private final Set<Relation> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private NeededFields() {}

    static Set<Integer> of(Relation root) {
        NeededFields needed = new NeededFields();
        needed.fields(root.header().fields());
        needed.order(root.header());
        needed.visit(root);
        return needed.ids;
    }

    private void visit(Relation relation) {
        if (seen.add(relation)) {
            relation.accept(this);
        }
    }

    private void fields(List<Field> fields) {
        fields.forEach(field -> ids.add(field.id()));
    }

    private void order(Header header) {
        header.order().stream().map(OrderKey::field).forEach(field -> ids.add(field.id()));
        fields(header.partition());
    }

    private void scalars(List<Scalar> scalars) {
        scalars.forEach(scalar -> scalar.accept(walk));
    }

    private void assignments(List<Assignment> assignments) {
        assignments.forEach(assignment -> assignment.value().accept(walk));
    }

    @Override
    public Void scan(Relation.Scan scan) {
        return null;
    }

    @Override
    public Void values(Relation.Values values) {
        values.rows().forEach(this::scalars);
        return null;
    }

    @Override
    public Void range(Relation.Range range) {
        scalars(List.of(range.from(), range.to(), range.step()));
        return null;
    }

    @Override
    public Void filter(Relation.Filter filter) {
        filter.predicate().accept(walk);
        visit(filter.input());
        return null;
    }

    @Override
    public Void project(Relation.Project project) {
        assignments(project.assignments());
        visit(project.input());
        return null;
    }

    @Override
    public Void window(Relation.Window window) {
        window.assignments().forEach(assignment -> {
            scalars(assignment.arguments());
            assignment.restart().ifPresent(restart -> restart.when().accept(walk));
        });
        order(window.input().header());
        visit(window.input());
        return null;
    }

    @Override
    public Void aggregate(Relation.Aggregate aggregate) {
        assignments(aggregate.keys());
        aggregate.aggregations().forEach(aggregation -> scalars(aggregation.arguments()));
        order(aggregate.input().header());
        visit(aggregate.input());
        return null;
    }

    @Override
    public Void sort(Relation.Sort sort) {
        visit(sort.input());
        return null;
    }

    @Override
    public Void limit(Relation.Limit limit) {
        limit.rows().accept(walk);
        order(limit.header());
        visit(limit.input());
        return null;
    }

    @Override
    public Void join(Relation.Join join) {
        join.keys().forEach(key -> scalars(List.of(key.left(), key.right())));
        visit(join.left());
        visit(join.right());
        return null;
    }

    @Override
    public Void union(Relation.Union union) {
        union.legs().forEach(leg -> {
            scalars(leg.values());
            visit(leg.input());
        });
        return null;
    }

    @Override
    public Void unnest(Relation.Unnest unnest) {
        unnest.columns().forEach(column -> column.array().accept(walk));
        unnest.limit().ifPresent(limit -> limit.accept(walk));
        visit(unnest.input());
        return null;
    }

    /** Also what a step remembers, when a condition or a value of any step asks for it. */
    @Override
    public Void match(Relation.Match match) {
        match.steps().forEach(step -> {
            step.condition().accept(walk);
            scalars(step.values());
        });
        match.steps().stream()
                .flatMap(step -> step.memory().stream())
                .filter(memory -> ids.contains(memory.field().id()))
                .forEach(memory -> ids.add(memory.source().id()));
        order(match.input().header());
        visit(match.input());
        return null;
    }

    @Override
    public Void materialize(Relation.Materialize materialize) {
        visit(materialize.input());
        return null;
    }

    private void nested(Relation relation) {
        ids.add(relation.header().fields().get(0).id());
        order(relation.header());
        visit(relation);
    }
}
