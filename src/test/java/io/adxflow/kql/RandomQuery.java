package io.adxflow.kql;

import io.adxflow.kql.language.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Queries by the grammar: a source and some operators, with expressions of every function. */
final class RandomQuery {
    private static final String ALL_TYPES =
            """
            datatable(b: bool, i: int, l: long, r: real, m: decimal, s: string, t: datetime, d: timespan, g: guid, y: dynamic)
            [true, 1, 2, 3.5, decimal(4.5), 'OHIO', datetime(2020-01-02 03:04:05.6789), time(1.02:03:04),
             guid(74be27de-1e4e-49d9-b579-fe0b331d3642), dynamic({'a': [1, 'x']}),
             bool(null), int(null), long(null), real(null), decimal(null), '', datetime(null), timespan(null), guid(null),
             dynamic(null)]""";
    private static final List<RandomColumn> OF_ALL_TYPES = List.of(
            new RandomColumn("b", KqlType.BOOL),
            new RandomColumn("i", KqlType.INT),
            new RandomColumn("l", KqlType.LONG),
            new RandomColumn("r", KqlType.REAL),
            new RandomColumn("m", KqlType.DECIMAL),
            new RandomColumn("s", KqlType.STRING),
            new RandomColumn("t", KqlType.DATETIME),
            new RandomColumn("d", KqlType.TIMESPAN),
            new RandomColumn("g", KqlType.GUID),
            new RandomColumn("y", KqlType.DYNAMIC));
    private static final List<String> JOIN_KINDS = List.of(
            "inner", "innerunique", "leftouter", "rightouter", "fullouter", "leftsemi", "rightanti", "leftanti");

    private final Random random;
    private final RandomExpression expressions;
    private List<RandomColumn> columns = List.of();
    private int names;

    RandomQuery(Random random) {
        this.random = random;
        this.expressions = new RandomExpression(random);
    }

    String next() {
        names = 0;
        columns = OF_ALL_TYPES;
        StringBuilder query = new StringBuilder(ALL_TYPES);
        int operators = 1 + random.nextInt(4);
        for (int i = 0; i < operators; i++) {
            query.append("\n| ").append(operator());
        }
        return query.toString();
    }

    private String operator() {
        return switch (random.nextInt(15)) {
            case 0, 1 -> "where " + of(KqlType.BOOL);
            case 2, 3, 4 -> "extend " + assigned(true);
            case 5 -> "project " + assigned(false);
            case 6 -> summarize();
            case 7 -> "sort by " + expressions.pick(names(false)) + (random.nextBoolean() ? " asc" : "");
            case 8 -> "top 3 by " + of(expressions.pick(List.of(KqlType.LONG, KqlType.STRING, KqlType.DATETIME)));
            case 9 -> "serialize " + name(KqlType.LONG) + " = " + expressions.window(columns);
            case 10 -> expand();
            case 11 -> join();
            case 12 -> "union (" + ALL_TYPES + " | where " + of(KqlType.BOOL) + ")";
            case 13 -> "where toscalar(print " + expressions.of(KqlType.BOOL, List.of(), 2) + ") or "
                    + of(KqlType.BOOL);
            default -> "distinct " + expressions.pick(names(false)) + ", " + of(KqlType.STRING);
        };
    }

    private String of(KqlType type) {
        return expressions.of(type, columns, 3);
    }

    private String assigned(boolean keepsOthers) {
        List<RandomColumn> next = new ArrayList<>(keepsOthers ? columns : List.of());
        List<String> assignments = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            KqlType type = expressions.type();
            RandomColumn column = new RandomColumn("n" + ++names, type);
            assignments.add(column.name() + " = " + of(type));
            next.add(column);
        }
        columns = next;
        return String.join(", ", assignments);
    }

    /** Its aggregates have types that nobody keeps track of here. */
    private String summarize() {
        String key = expressions.pick(names(false));
        String text = "summarize " + expressions.aggregate(columns) + ", " + expressions.aggregate(columns)
                + (random.nextBoolean() ? " by " + key : " by " + key + ", bin(" + of(KqlType.LONG) + ", 2)");
        columns = columns.stream().filter(column -> column.name().equals(key)).toList();
        return text;
    }

    private String expand() {
        RandomColumn column = new RandomColumn("n" + ++names, KqlType.STRING);
        String text = "mv-expand " + column.name() + " = " + of(KqlType.DYNAMIC) + " to typeof(string)";
        columns = with(column);
        return text;
    }

    private String join() {
        KqlType type = expressions.pick(List.of(KqlType.LONG, KqlType.STRING, KqlType.DATETIME, KqlType.REAL));
        String key = "k" + ++names;
        String text = "extend " + key + " = " + of(type) + "\n| join kind=" + expressions.pick(JOIN_KINDS) + " ("
                + ALL_TYPES + " | project " + key + " = " + expressions.of(type, OF_ALL_TYPES, 2) + ", v" + names
                + " = s) on " + key;
        columns = with(new RandomColumn(key, type));
        return text;
    }

    private String name(KqlType type) {
        RandomColumn column = new RandomColumn("n" + ++names, type);
        columns = with(column);
        return column.name();
    }

    private List<RandomColumn> with(RandomColumn column) {
        List<RandomColumn> next = new ArrayList<>(columns);
        next.add(column);
        return next;
    }

    private List<String> names(boolean dynamics) {
        List<String> found = columns.stream()
                .filter(column -> dynamics || column.type() != KqlType.DYNAMIC)
                .map(RandomColumn::name)
                .collect(Collectors.toCollection(ArrayList::new));
        return found.isEmpty() ? List.of("'constant'") : found;
    }
}
