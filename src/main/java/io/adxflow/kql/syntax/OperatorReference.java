package io.adxflow.kql.syntax;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of the reference that lists the tabular operators; every word that the parser knows has a line. */
public final class OperatorReference {
    private static final String HEAD =
            """
            # Operators

            The tabular operators of the KQL compiler, made from its own tables; `scripts/golden` writes this page anew. Brackets
            mark what may be left out, `…` what may be repeated. Hints to a distributed engine (`hint.*`) are read and do nothing.

            `externaldata (column: type, …) [address, …] [with (format=…, ignoreFirstRecord=…, ingestionMapping=…)]` is a table of
            files and blobs. The emulator reads those that it may ingest too: its own blobs, its exports, and what
            `adxflow emulator start --ingest-from` names.

            | operator | form | |
            | --- | --- | --- |
            """;

    private OperatorReference() {}

    /** An operator under all its names. */
    record Row(String names, String form, String summary) {
        Set<String> words() {
            return Set.of(names.split(", "));
        }
    }

    static final List<Row> ROWS = List.of(
            new Row("as", "as Name", "Names the rows for unions and joins of the same statement"),
            new Row(
                    "assert-schema",
                    "assert-schema (column: type, …)",
                    "Refuses the query when the columns are others"),
            new Row("consume", "consume", "Reads all rows and gives none"),
            new Row("count", "count [as Name]", "The number of rows"),
            new Row("distinct", "distinct e, … or distinct *", "Each combination of values once"),
            new Row(
                    "evaluate",
                    "evaluate plugin(…) [: schema]",
                    "A plugin: bag_unpack, estimate_rows_count, ipv4_lookup, ipv6_lookup, narrow, pivot, preview,"
                            + " rolling_percentile, rows_near, schema_merge, sliding_window_counts"),
            new Row("extend", "extend [name =] e, …", "More columns; a name that exists is replaced in its place"),
            new Row("facet", "facet by column, … [with (subquery)]", "Several results: how often each value occurs"),
            new Row(
                    "find",
                    "find [withsource=Name] [in (table, …)] where predicate [project column, …, pack_all()]",
                    "The rows of many tables that satisfy a predicate"),
            new Row("fork", "fork [name =] (subquery) …", "Several results from the same rows"),
            new Row("invoke", "invoke function(…)", "A function whose first argument is the rows"),
            new Row("join", "join [kind=…] (right) on key, …", "Pairs of rows with equal keys"),
            new Row("lookup", "lookup [kind=…] (right) on key, …", "The columns of a table with dimensions"),
            new Row(
                    "make-series",
                    "make-series [name =] aggregate [default=v], … on axis [from a] [to b] step s [by key, …]",
                    "Arrays of values in equal steps"),
            new Row(
                    "mv-apply, mvapply",
                    "mv-apply [name =] array [to typeof(t)], … on (subquery)",
                    "A subquery over the elements of each row"),
            new Row(
                    "mv-expand, mvexpand",
                    "mv-expand [name =] array [to typeof(t)], … [limit n]",
                    "A row for each element"),
            new Row(
                    "parse",
                    "parse [kind=…] text with [*] \"literal\" column[: type] …",
                    "Columns taken from text by a pattern"),
            new Row("parse-where", "parse-where [kind=…] text with …", "As parse; rows that do not match are dropped"),
            new Row(
                    "parse-kv",
                    "parse-kv text as (key: type, …) [with (pair_delimiter=…, kv_delimiter=… or regex=…)]",
                    "Columns taken from pairs of keys and values"),
            new Row(
                    "partition",
                    "partition by column (subquery) or {query}",
                    "A subquery for each value of a column; at most 64 values when it joins or unites"),
            new Row("print", "print [name =] e, …", "One row"),
            new Row("project", "project [name =] e, …", "These columns and no others"),
            new Row("project-away", "project-away name, pattern*, …", "All columns but these"),
            new Row("project-keep", "project-keep name, pattern*, …", "These columns, in the order of the input"),
            new Row("project-rename", "project-rename new = old, …", "Other names"),
            new Row("project-reorder", "project-reorder name, pattern* [asc|desc], …", "These columns first"),
            new Row("range", "range column from first to last step s", "Equal steps, both ends included"),
            new Row(
                    "reduce",
                    "reduce by text [with characters=…]",
                    "Clusters of similar texts; the clusters are those of the paper that Kusto follows, its own may differ"),
            new Row("render", "render chart [with (…)]", "Rows as they are; the chart is told to the client"),
            new Row("getschema", "getschema", "The names and types of the columns"),
            new Row("sample", "sample n", "Up to so many rows, any of them"),
            new Row("sample-distinct", "sample-distinct n of column", "Up to so many values, any of them"),
            new Row(
                    "scan",
                    "scan [with_match_id=Name] [order by e] [partition by e] [declare (name: type = default, …)] with (step name: condition => name = e; …)",
                    "Sequences of rows that match steps, one after the other"),
            new Row(
                    "search",
                    "search [kind=…] [in (table, …)] predicate",
                    "The rows of the input, or of many tables, in which terms occur"),
            new Row("serialize", "serialize [name = e, …]", "The order as it is, for functions of neighbouring rows"),
            new Row("sort, order", "sort by e [asc|desc] [nulls first|last], …", "An order; descending unless told"),
            new Row("summarize", "summarize [name =] aggregate, … [by key, …]", "A row for each group"),
            new Row("take, limit", "take n", "Up to so many rows; the first ones of an order"),
            new Row("top", "top n by e [asc|desc] [nulls first|last]", "The first rows of an order"),
            new Row("top-hitters", "top-hitters n of e [by weight]", "The most frequent values; counts are exact here"),
            new Row(
                    "top-nested",
                    "top-nested [n] of e [with others=v] by aggregate, top-nested …",
                    "The greatest groups, and in each of them the greatest of the next level"),
            new Row(
                    "union",
                    "union [kind=…] [withsource=Name] [isfuzzy=true] table, …",
                    "The rows of several tables; a column of several types becomes several columns"),
            new Row("where, filter", "where predicate", "The rows for which the predicate is true"));

    /** The page, in Markdown. */
    public static String page() {
        String rows = ROWS.stream()
                .map(row -> "| " + code(row.names().replace(", ", "` `")) + " | " + code(row.form()) + " | "
                        + row.summary() + " |\n")
                .collect(Collectors.joining());
        String refused = new TreeSet<>(PipeParser.UNSUPPORTED)
                .stream().map(OperatorReference::code).collect(Collectors.joining(", "));
        return HEAD + rows + "\nRefused by name: " + refused + ".\n";
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
