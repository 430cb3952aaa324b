package io.adxflow.kql.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan as an indented tree: each relation above those that it reads, each field with its id. */
public final class PlanText implements Relation.Visitor<String> {
    private PlanText() {}

    public static String of(Relation relation) {
        return relation.accept(new PlanText());
    }

    private String node(String text, Relation... inputs) {
        StringBuilder node = new StringBuilder(text);
        for (Relation input : inputs) {
            node.append('\n').append(input.accept(this).indent(2).stripTrailing());
        }
        return node.toString();
    }

    private static String fields(List<Field> fields) {
        return fields.stream().map(PlanText::field).collect(Collectors.joining(", "));
    }

    private static String field(Field field) {
        return field.name() + "#" + field.id();
    }

    private static String typed(List<Field> fields) {
        return fields.stream().map(field -> field(field) + ":" + field.type()).collect(Collectors.joining(", "));
    }

    private static String assigned(List<Assignment> assignments) {
        return assignments.stream()
                .map(assignment -> field(assignment.field()) + " = " + ScalarText.of(assignment.value()))
                .collect(Collectors.joining(", "));
    }

    private static String scalars(List<Scalar> scalars) {
        return scalars.stream().map(ScalarText::of).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String scan(Relation.Scan scan) {
        return node("scan " + scan.table().name() + ": " + typed(scan.header().fields()));
    }

    @Override
    public String values(Relation.Values values) {
        return node("values of " + values.rows().size() + " rows: "
                + typed(values.header().fields()));
    }

    @Override
    public String range(Relation.Range range) {
        return node("range " + typed(range.header().fields()) + " "
                + scalars(List.of(range.from(), range.to(), range.step())));
    }

    @Override
    public String filter(Relation.Filter filter) {
        return node("filter " + ScalarText.of(filter.predicate()), filter.input());
    }

    @Override
    public String project(Relation.Project project) {
        String computed = project.assignments().isEmpty() ? "" : " with " + assigned(project.assignments());
        return node("project " + fields(project.header().fields()) + computed, project.input());
    }

    @Override
    public String window(Relation.Window window) {
        String functions = window.assignments().stream()
                .map(assignment -> field(assignment.field()) + " = "
                        + assignment.function().name() + scalars(assignment.arguments()))
                .collect(Collectors.joining(", "));
        return node("window " + functions, window.input());
    }

    @Override
    public String aggregate(Relation.Aggregate aggregate) {
        String calls = aggregate.aggregations().stream()
                .map(aggregation -> field(aggregation.field()) + " = "
                        + aggregation.function().name() + scalars(aggregation.arguments()))
                .collect(Collectors.joining(", "));
        String keys = aggregate.keys().isEmpty() ? "" : " by " + assigned(aggregate.keys());
        return node(("aggregate " + calls + keys).replace("  ", " "), aggregate.input());
    }

    @Override
    public String sort(Relation.Sort sort) {
        String keys = sort.header().order().stream()
                .map(key -> "#" + key.field().id() + " " + key.direction() + " NULLS " + key.nulls())
                .collect(Collectors.joining(", "));
        return node(keys.isEmpty() ? "serialize" : "sort " + keys.toLowerCase(Locale.ROOT), sort.input());
    }

    @Override
    public String limit(Relation.Limit limit) {
        return node("limit " + ScalarText.of(limit.rows()), limit.input());
    }

    @Override
    public String join(Relation.Join join) {
        String keys = join.keys().stream()
                .map(key -> ScalarText.of(key.left()) + " == " + ScalarText.of(key.right()))
                .collect(Collectors.joining(" and "));
        return node(
                "join " + join.kind().name().toLowerCase(Locale.ROOT) + " on " + keys + ": "
                        + fields(join.header().fields()),
                join.left(),
                join.right());
    }

    @Override
    public String union(Relation.Union union) {
        return node(
                "union " + typed(union.header().fields()),
                union.legs().stream().map(Relation.Leg::input).toArray(Relation[]::new));
    }

    @Override
    public String unnest(Relation.Unnest unnest) {
        String columns = unnest.columns().stream()
                .map(column -> field(column.element()) + " of " + ScalarText.of(column.array()))
                .collect(Collectors.joining(", "));
        return node("unnest " + columns, unnest.input());
    }

    @Override
    public String match(Relation.Match match) {
        String steps = match.steps().stream()
                .map(step -> ScalarText.of(step.condition()) + " => " + fields(match.outputs()) + " = "
                        + scalars(step.values()))
                .collect(Collectors.joining("; "));
        return node("match " + steps, match.input());
    }

    @Override
    public String materialize(Relation.Materialize materialize) {
        return node("materialize", materialize.input());
    }
}
