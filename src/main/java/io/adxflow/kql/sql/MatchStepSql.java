package io.adxflow.kql.sql;

import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.MatchStep;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Step 2 of a machine has the columns {@code on2} and {@code id2}, whether it has an active sequence and its number;
 * {@code s2_c7}, memory 7 of that sequence; {@code got2} and {@code new2}, whether this row matched and whether it began a
 * series of matches; {@code o2_c9}, output 9 of the row.
 */
final class MatchStepSql {
    private final Relation.Match match;
    private final int number;
    private final MatchStep step;
    private final RelationSql relations;
    private final List<Field> outputs;

    MatchStepSql(Relation.Match match, int number, RelationSql relations) {
        this.match = match;
        this.number = number;
        this.step = match.steps().get(number - 1);
        this.relations = relations;
        this.outputs = match.outputs().stream().filter(relations::isNeeded).toList();
    }

    Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("on" + number, "false");
        columns.put("id" + number, "0::BIGINT");
        columns.put("got" + number, "false");
        columns.put("new" + number, "false");
        memories(number).forEach(memory -> columns.put(state(number, memory), initial(memory)));
        outputs.forEach(field -> columns.put(output(field), "NULL::" + Sql.type(field.type())));
        return columns;
    }

    /** The machine after this step has seen the row. */
    String over(String rows) {
        String promoted = number == 1
                ? "(SELECT *, false AS promoted FROM " + rows + ")"
                : tested("promoted", "on" + (number - 1), rows, this::before);
        String repeated =
                tested("repeated", number == 1 ? "true" : "NOT promoted AND on" + number, promoted, this::now);
        List<String> views = new ArrayList<>();
        for (MatchStep.Memory memory : memories(number)) {
            views.add(RelationSql.as(
                    "CASE WHEN promoted THEN " + before(memory) + " ELSE " + now(memory) + " END", memory.field()));
        }
        RowSql row = relations.over(with(repeated, views));
        List<String> values = values(row);
        String valued = with(row.rows(), values);
        List<String> temporary = new ArrayList<>(List.of("promoted", "repeated"));
        temporary.addAll(row.columns());
        memories(number).forEach(memory -> temporary.add(Sql.name(memory.field())));
        outputs.forEach(field -> temporary.add("v_" + Sql.name(field)));
        return "(SELECT * EXCLUDE (" + String.join(", ", temporary) + ") REPLACE (" + String.join(", ", changes())
                + ") FROM " + valued + ")";
    }

    /** The rows that the step lets through. */
    String result(List<Field> row, String machine) {
        List<String> columns = new ArrayList<>(row.stream().map(Sql::name).toList());
        outputs.forEach(field -> columns.add(RelationSql.as(output(field), field)));
        match.matchId().filter(relations::isNeeded).ifPresent(id -> columns.add(RelationSql.as("id" + number, id)));
        int all = match.steps().size();
        columns.add(RelationSql.as("row * " + all + " + " + (all - number), match.position()));
        String select = "SELECT " + String.join(", ", columns) + " FROM " + machine + " WHERE ";
        return switch (step.output()) {
            case ALL -> select + "got" + number;
            case LAST -> select + "got" + number + " QUALIFY coalesce(lead(new" + number
                    + ") OVER (PARTITION BY part ORDER BY row), true)";
            case NONE -> select + "false";
        };
    }

    /** Adds whether the row satisfies the condition, as the state of the machine looks through a view. */
    private String tested(String name, String active, String rows, Function<MatchStep.Memory, String> view) {
        List<MatchStep.Memory> memories = memories(number);
        List<String> columns = memories.stream()
                .map(memory -> RelationSql.as(view.apply(memory), memory.field()))
                .toList();
        RowSql row = relations.over(with(rows, columns));
        String condition = row.of(step.condition());
        List<String> hidden = new ArrayList<>(row.columns());
        memories.forEach(memory -> hidden.add(Sql.name(memory.field())));
        String others = hidden.isEmpty() ? "" : " EXCLUDE (" + String.join(", ", hidden) + ")";
        return "(SELECT *" + others + ", coalesce(" + active + " AND (" + condition + "), false) AS " + name + " FROM "
                + row.rows() + ")";
    }

    private static String with(String rows, List<String> columns) {
        return columns.isEmpty() ? rows : "(SELECT *, " + String.join(", ", columns) + " FROM " + rows + ")";
    }

    private List<String> values(RowSql row) {
        return outputs.stream()
                .map(field -> row.of(value(field)) + " AS v_" + Sql.name(field))
                .toList();
    }

    private Scalar value(Field output) {
        return step.values().get(match.outputs().indexOf(output));
    }

    /** What the row changes in the machine: a sequence of the step before moves here, or the own one goes on. */
    private List<String> changes() {
        String got = "(promoted OR repeated)";
        List<String> changes = new ArrayList<>();
        changes.add(got + " AS got" + number);
        changes.add("(on" + number + " OR " + got + ") AS on" + number);
        if (number == 1) {
            changes.add("(repeated AND NOT on1) AS new1");
            changes.add("CASE WHEN repeated AND NOT on1 THEN matches ELSE id1 END AS id1");
            changes.add("matches + (repeated AND NOT on1)::BIGINT AS matches");
        } else {
            changes.add("promoted AS new" + number);
            changes.add("CASE WHEN promoted THEN id" + (number - 1) + " ELSE id" + number + " END AS id" + number);
            changes.add("(on" + (number - 1) + " AND NOT promoted) AS on" + (number - 1));
        }
        for (MatchStep.Memory memory : memories(number)) {
            changes.add(remembered(memory, got) + " AS " + state(number, memory));
        }
        outputs.forEach(field -> changes.add("v_" + Sql.name(field) + " AS " + output(field)));
        return changes;
    }

    private String remembered(MatchStep.Memory memory, String got) {
        if (!step.memory().contains(memory)) {
            return "CASE WHEN promoted THEN " + before(memory) + " ELSE " + now(memory) + " END";
        }
        String source = outputs.contains(memory.source()) ? "v_" : "";
        return "CASE WHEN " + got + " THEN " + source + Sql.name(memory.source()) + " ELSE " + now(memory) + " END";
    }

    /** A memory in the sequence that stands at the step before; this step has none yet. */
    private String before(MatchStep.Memory memory) {
        return step.memory().contains(memory) ? initial(memory) : state(number - 1, memory);
    }

    private String now(MatchStep.Memory memory) {
        return number == 1
                ? "CASE WHEN on1 THEN " + state(1, memory) + " ELSE " + initial(memory) + " END"
                : state(number, memory);
    }

    private List<MatchStep.Memory> memories(int upTo) {
        return match.steps().subList(0, upTo).stream()
                .flatMap(earlier -> earlier.memory().stream())
                .filter(memory -> relations.isNeeded(memory.field()))
                .toList();
    }

    private String initial(MatchStep.Memory memory) {
        return relations.constant(memory.initial());
    }

    private static String state(int step, MatchStep.Memory memory) {
        return "s" + step + "_" + Sql.name(memory.field());
    }

    private String output(Field field) {
        return "o" + number + "_" + Sql.name(field);
    }
}
