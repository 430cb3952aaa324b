package io.adxflow.kql.sql;

import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A machine of steps as a recursive query: each round takes the next row of every partition and asks the steps, the last one
 * first. Beside the row and the columns of {@link MatchStepSql} it carries {@code part}, {@code row} and {@code matches}, the
 * number of sequences so far.
 */
final class MatchSql {
    private final Relation.Match match;
    private final RelationSql relations;
    private final List<Field> row;
    private final List<MatchStepSql> steps;

    private MatchSql(Relation.Match match, RelationSql relations) {
        this.match = match;
        this.relations = relations;
        this.row = relations.needed(match.input().header());
        this.steps = IntStream.rangeClosed(1, match.steps().size())
                .mapToObj(number -> new MatchStepSql(match, number, relations))
                .toList();
    }

    /** The name of the step that holds the rows. */
    static String of(Relation.Match match, RelationSql relations) {
        return new MatchSql(match, relations).result();
    }

    private String result() {
        String rows = numbered();
        Map<String, String> columns = columns();
        String machine = relations
                .steps()
                .addRecursive(name -> start(rows, columns) + " UNION ALL SELECT " + String.join(", ", columns.keySet())
                        + " FROM " + round(name, rows));
        return relations
                .steps()
                .add(steps.stream().map(step -> step.result(row, machine)).collect(Collectors.joining(" UNION ALL ")));
    }

    private String numbered() {
        Header input = match.input().header();
        String partition = input.partition().stream().map(Sql::name).collect(Collectors.joining(", "));
        String part = partition.isEmpty() ? "1::BIGINT" : "dense_rank() OVER (ORDER BY " + partition + ")";
        String source = relations.step(match.input());
        return relations
                .steps()
                .addMaterialized("SELECT *, " + part + " AS part, row_number() OVER ("
                        + WindowSql.over(input.partition(), input) + ") AS row FROM " + source);
    }

    /** The columns of the machine, each with its value before the first row. */
    private Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("part", "part");
        columns.put("row", "0::BIGINT");
        columns.put("matches", "0::BIGINT");
        row.forEach(field -> columns.put(Sql.name(field), "NULL::" + Sql.type(field.type())));
        steps.forEach(step -> columns.putAll(step.columns()));
        return columns;
    }

    private static String start(String rows, Map<String, String> columns) {
        String values = columns.entrySet().stream()
                .map(column -> column.getValue() + " AS " + column.getKey())
                .collect(Collectors.joining(", "));
        return "SELECT " + values + " FROM (SELECT DISTINCT part FROM " + rows + ")";
    }

    private String round(String machine, String rows) {
        List<String> next = new ArrayList<>(List.of("row"));
        row.forEach(field -> next.add(Sql.name(field)));
        String taken = next.stream().map(name -> "r." + name).collect(Collectors.joining(", "));
        String round = "(SELECT m.* EXCLUDE (" + String.join(", ", next) + "), " + taken + " FROM " + machine
                + " AS m JOIN " + rows + " AS r ON r.part = m.part AND r.row = m.row + 1)";
        for (int i = steps.size() - 1; i >= 0; i--) {
            round = steps.get(i).over(round);
        }
        return round;
    }
}
