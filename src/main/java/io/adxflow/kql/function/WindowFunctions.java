package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.WindowFunction.window;

import io.adxflow.kql.value.Sessions;
import java.util.List;

/** Functions of a row and its neighbours. */
final class WindowFunctions {
    private static final String SUM =
            "coalesce(sum({0}) OVER ({over} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 0)";

    /** One text of all rows, which Java turns into one list; each row takes its element. */
    private static final String SESSION = "list_extract((SELECT kql_session_starts(string_agg(concat_ws(' ',"
            + " coalesce({0}::VARCHAR, 'null'), coalesce({1}::VARCHAR, 'null'), coalesce({2}::VARCHAR, 'null'),"
            + " (is_first OR coalesce({3}, false))::INTEGER), ',' ORDER BY {order}))::BIGINT[]"
            + " FROM (SELECT *, row_number() OVER ({over}) = 1 AS is_first FROM {rows})),"
            + " row_number() OVER (ORDER BY {order}))";

    /** DuckDB takes an int; no row is further away than that. */
    private static final String OFFSET = "greatest(least(({1}), 2147483647), -2147483647)::INTEGER";

    static final List<WindowFunction> ALL = List.of(
            window(
                    "row_number([start: long = 1], [restart: bool = false]): long",
                    "(row_number() OVER ({over}) - 1 + {0})",
                    1,
                    "Number of the row, from 1 or another start"),
            window(
                    "prev(value: string, [offset: long = 1], [const default: string = '']): string",
                    "coalesce(lag({0}, " + OFFSET + ", {2}) OVER ({over}), '')",
                    -1,
                    "The value of an earlier row"),
            window(
                    "prev(value: common, [offset: long = 1]): common",
                    "lag({0}, " + OFFSET + ") OVER ({over})",
                    -1,
                    "The value of an earlier row"),
            window(
                    "prev(value: common, offset: long, const default: common): common",
                    "lag({0}, " + OFFSET + ", {2}) OVER ({over})",
                    -1,
                    "The value of an earlier row"),
            window(
                    "next(value: string, [offset: long = 1], [const default: string = '']): string",
                    "coalesce(lead({0}, " + OFFSET + ", {2}) OVER ({over}), '')",
                    -1,
                    "The value of a later row"),
            window(
                    "next(value: common, [offset: long = 1]): common",
                    "lead({0}, " + OFFSET + ") OVER ({over})",
                    -1,
                    "The value of a later row"),
            window(
                    "next(value: common, offset: long, const default: common): common",
                    "lead({0}, " + OFFSET + ", {2}) OVER ({over})",
                    -1,
                    "The value of a later row"),
            window(
                    "row_cumsum(value: long, [restart: bool = false]): long",
                    AggregateFunctions.LOW_BITS.formatted(SUM),
                    1,
                    "The sum of the values so far"),
            window(
                    "row_cumsum(value: real, [restart: bool = false]): real",
                    SUM + "::DOUBLE",
                    1,
                    "The sum of the values so far"),
            window(
                    "row_cumsum(value: decimal, [restart: bool = false]): decimal",
                    SUM + "::DECIMAL(38,18)",
                    1,
                    "The sum of the values so far"),
            window(
                    "row_cumsum(value: timespan, [restart: bool = false]): timespan",
                    SUM + "::BIGINT",
                    1,
                    "The sum of the values so far"),
            window(
                    "row_window_session(time: datetime, max_from_first: timespan, max_between: timespan, [restart: bool ="
                            + " false]): datetime",
                    SESSION,
                    -1,
                    "The start of the session of the row"),
            window(
                            "row_rank_dense(term: common, [restart: bool = false]): long",
                            "sum({first}) OVER ({over} ROWS UNBOUNDED PRECEDING)::BIGINT",
                            1,
                            "How many different values stood in a row so far")
                    .after("(row_number() OVER ({over}) = 1 OR {0} IS DISTINCT FROM lag({0}) OVER ({over}))::BIGINT"),
            window(
                            "row_rank_min(term: common, [restart: bool = false]): long",
                            "max({first}) OVER ({over} ROWS UNBOUNDED PRECEDING)",
                            1,
                            "The number of the first row that has the same value as this one, without others between")
                    .after("CASE WHEN row_number() OVER ({over}) = 1 OR {0} IS DISTINCT FROM lag({0}) OVER ({over})"
                            + " THEN row_number() OVER ({over}) END"));

    /** For the plugin rows_near, not for queries. */
    static final WindowFunction NEAR = window(
            "rows-near(condition: bool, before: long, after: long): bool",
            "coalesce(bool_or({0}) OVER ({over} ROWS BETWEEN {2} PRECEDING AND {1} FOLLOWING), false)",
            -1,
            "Whether the condition holds near by");

    static final List<JavaFunction> JAVA = List.of(java("kql_session_starts(string): dynamic", Sessions::starts));

    private WindowFunctions() {}
}
