package io.adxflow.adx.spark;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random rows in KQL, and random predicates, aggregates and orders over them in SQL. */
final class RandomSql {
    static final String TYPES = "b:bool, i:int, l:long, r:real, d:decimal, s:string, t:datetime, p:timespan, g:guid";
    static final List<String> KEYS = List.of("b", "i", "l", "r", "d", "s", "t", "p", "g");
    private static final List<String> LEAVES = List.of(
            "true",
            "false",
            "b",
            "not b",
            "b is null",
            "b in (true, null)",
            "i > 1",
            "i <> 1",
            "i between -3 and 2",
            "i in (1, null)",
            "i not in (1, null)",
            "i not in (1, 2)",
            "i <=> null",
            "not (i <=> 2)",
            "i + 1 > 2",
            "l in (1, 2, -1)",
            "l not in (1, 9223372036854775807)",
            "l >= -9223372036854775808",
            "l is not null",
            "r > 0.5D",
            "r <= 0.5D",
            "not (r < 0.5D)",
            "r = double('NaN')",
            "r in (0.5D, double('NaN'), null)",
            "r <> double('Infinity')",
            "r < double('Infinity')",
            "r = -0.0D",
            "isnan(r)",
            "d > 1.0",
            "d = 1.5",
            "d in (1.5, null)",
            "d is null",
            "d >= 99999999999999999999.99999999999999",
            "d = -99999999999999999999",
            "d < 1.000000000000000002",
            "s = ''",
            "s <> 'A'",
            "s > 'a'",
            "s in ('a', 'A', null)",
            "s like 'a%'",
            "s like '%b'",
            "s like '%a%'",
            "s like 'a\\%%'",
            "s like '%\\_'",
            "s like '_'",
            "s like '%''%'",
            "s not like 'A%'",
            "startswith(s, 'a\\\\')",
            "contains(s, '\u00e9')",
            "lower(s) = 'a'",
            "s = '\ud83c\udf00'",
            "s in ('\u0000', '\ud83c\udf00a', null)",
            "s > '\ue000'",
            "s like '\ud83c\udf00%'",
            "s like '_\u0000'",
            "contains(s, '\u0000')",
            "t >= timestamp'2024-01-01 00:00:00.000002Z'",
            "t < timestamp'2024-01-01 05:30:00.000002'",
            "t = timestamp'2024-01-01 02:00:00.000001+02:00'",
            "t <> timestamp'1960-01-01 00:00:00.000002Z'",
            "t in (timestamp'2024-01-01 00:00:00.000002Z', null)",
            "t > '2023-12-31'",
            "date(t) = date'2024-01-01'",
            "p is null",
            "g is not null",
            "g = '74be27de-1e4e-49d9-b579-fe0b331d3642'",
            "g = '74BE27DE-1e4e-49d9-b579-fe0b331d3642'",
            "g in ('74be27de-1e4e-49d9-b579-fe0b331d3642', null)");
    private static final List<String> AGGREGATES = Stream.concat(
                    Stream.of("count(*)", "sum(i)", "sum(l)", "avg(i)"),
                    KEYS.stream().flatMap(key -> Stream.of("count(", "count(DISTINCT ", "min(", "max(")
                            .map(function -> function + key + ")")))
            .toList();
    private static final List<List<String>> VALUES = List.of(
            List.of("true", "false", "bool(null)"),
            List.of("1", "2", "-3", "2147483647", "-2147483648", "int(null)"),
            List.of("1", "2", "-1", "9223372036854775807", "-9223372036854775807", "long(null)"),
            List.of("0.5", "-1.5", "real(0)", "real(-0.0)", "real(nan)", "real(+inf)", "real(-inf)", "real(null)"),
            List.of(
                    "decimal(1.5)",
                    "decimal(-2)",
                    "decimal(1.000000000000000001)",
                    "decimal(99999999999999999999.99999999999999)",
                    "decimal(-99999999999999999999)",
                    "decimal(null)"),
            List.of(
                    "'a'",
                    "'A'",
                    "''",
                    "'ab'",
                    "'\\u00e9'",
                    "'a%'",
                    "'a_'",
                    "'a\\\\b'",
                    "'\\''",
                    "'a\\nb'",
                    "'\\u0000'",
                    "'a\\u0000'",
                    "'\ud83c\udf00'",
                    "'\ud83c\udf00a'",
                    "'\uffff'",
                    "'\ue001'"),
            List.of(
                    "datetime(2024-01-01T00:00:00.0000019Z)",
                    "datetime(2024-01-01T00:00:00.0000011Z)",
                    "datetime(2024-01-01T00:00:00.0000020Z)",
                    "datetime(2023-12-31T18:30:00Z)",
                    "datetime(1960-01-01T00:00:00.0000029Z)",
                    "datetime(null)"),
            List.of("1d", "-1s", "1tick", "5tick", "-5tick", "timespan(null)"),
            List.of("guid(74be27de-1e4e-49d9-b579-fe0b331d3642)", "guid(null)"));

    private final Random random;

    RandomSql(long seed) {
        this.random = new Random(seed);
    }

    /** The values of a datatable. */
    String rows(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> VALUES.stream().map(this::pick).collect(Collectors.joining(",")))
                .collect(Collectors.joining(","));
    }

    /** Leaves between AND, OR and NOT. */
    String predicate() {
        return predicate(random.nextInt(3));
    }

    private String predicate(int depth) {
        if (depth == 0) {
            return pick(LEAVES);
        }
        return switch (random.nextInt(3)) {
            case 0 -> "(" + predicate(depth - 1) + " and " + predicate(depth - 1) + ")";
            case 1 -> "(" + predicate(depth - 1) + " or " + predicate(depth - 1) + ")";
            default -> "not (" + predicate(depth - 1) + ")";
        };
    }

    String aggregates() {
        return some(AGGREGATES, 1 + random.nextInt(3));
    }

    /** None to two columns. */
    String keys() {
        return some(KEYS, random.nextInt(3));
    }

    /** An order by all of the columns, so that there is one only. */
    String order(List<String> columns) {
        return columns.stream()
                .distinct()
                .map(key -> key
                        + (random.nextBoolean() ? " asc" : " desc")
                        + (random.nextBoolean() ? " nulls first" : " nulls last"))
                .collect(Collectors.joining(", "));
    }

    int limit() {
        return random.nextInt(1, 20);
    }

    String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String some(List<String> choices, int number) {
        return Stream.generate(() -> pick(choices)).limit(number).distinct().collect(Collectors.joining(", "));
    }
}
