package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.Patterns;
import io.adxflow.kql.value.TermSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Search in text. A term is a run of letters and digits of any script; an underscore separates. What is searched must be
 * there as text, so DuckDB looks for that first and Java checks the borders of the term on the few rows that are left.
 */
final class StringOperators {
    private static final String FOUND = "contains(lower({0}), lower({1}))";

    private static final List<KqlFunction> POSITIVE = List.of(
            scalar("contains(text: string, search: string): bool", FOUND, "Contains a text, ignoring case"),
            scalar("contains_cs(text: string, search: string): bool", "contains({0}, {1})", "Contains a text"),
            scalar(
                    "startswith(text: string, search: string): bool",
                    "starts_with(lower({0}), lower({1}))",
                    "Starts with a text, ignoring case"),
            scalar("startswith_cs(text: string, search: string): bool", "starts_with({0}, {1})", "Starts with a text"),
            scalar(
                    "endswith(text: string, search: string): bool",
                    "ends_with(lower({0}), lower({1}))",
                    "Ends with a text, ignoring case"),
            scalar("endswith_cs(text: string, search: string): bool", "ends_with({0}, {1})", "Ends with a text"),
            scalar(
                    "has(text: string, term: string): bool",
                    "(" + FOUND + " AND kql_has(lower({0}), lower({1})))",
                    "Has a whole term, ignoring case"),
            scalar(
                    "has_cs(text: string, term: string): bool",
                    "(contains({0}, {1}) AND kql_has({0}, {1}))",
                    "Has a whole term"),
            scalar(
                    "hasprefix(text: string, term: string): bool",
                    "(" + FOUND + " AND kql_has_prefix(lower({0}), lower({1})))",
                    "Has a term that starts so, ignoring case"),
            scalar(
                    "hasprefix_cs(text: string, term: string): bool",
                    "(contains({0}, {1}) AND kql_has_prefix({0}, {1}))",
                    "Has a term that starts so"),
            scalar(
                    "hassuffix(text: string, term: string): bool",
                    "(" + FOUND + " AND kql_has_suffix(lower({0}), lower({1})))",
                    "Has a term that ends so, ignoring case"),
            scalar(
                    "hassuffix_cs(text: string, term: string): bool",
                    "(contains({0}, {1}) AND kql_has_suffix({0}, {1}))",
                    "Has a term that ends so"));

    private static final List<KqlFunction> SINGLE = List.of(
            scalar(
                    "matches regex(text: string, pattern: string): bool",
                    "regexp_matches({0}, kql_re2({1}))",
                    "Matches a regular expression somewhere"),
            scalar(
                    "!matches regex(text: string, pattern: string): bool",
                    "(NOT regexp_matches({0}, kql_re2({1})))",
                    "Matches a regular expression nowhere"),
            scalar(
                    "has_any(text: string, terms: dynamic): bool",
                    "coalesce(kql_has_any(lower({0}), lower({1})), false)",
                    "Has one of the terms of an array, ignoring case"),
            scalar(
                    "has_any(text: string, terms: text...): bool",
                    "kql_has_any(lower({0}), lower(to_json([{*}])::VARCHAR))",
                    "Has one of several terms, ignoring case"),
            scalar(
                    "has_all(text: string, terms: dynamic): bool",
                    "coalesce(kql_has_all(lower({0}), lower({1})), false)",
                    "Has all terms of an array, ignoring case"),
            scalar(
                    "has_all(text: string, terms: text...): bool",
                    "kql_has_all(lower({0}), lower(to_json([{*}])::VARCHAR))",
                    "Has all of several terms, ignoring case"));

    static final List<KqlFunction> ALL = all();

    static final List<JavaFunction> JAVA = List.of(
            java("kql_has(string, string): bool", TermSearch::has),
            java("kql_has_prefix(string, string): bool", TermSearch::hasPrefix),
            java("kql_has_suffix(string, string): bool", TermSearch::hasSuffix),
            java("kql_has_any(string, dynamic): bool", TermSearch::hasAny),
            java("kql_has_all(string, dynamic): bool", TermSearch::hasAll),
            java("kql_re2(string): string", Patterns::re2),
            java("kql_in(dynamic, dynamic): bool", TermSearch::in),
            java(
                    "kql_in_ci(dynamic, dynamic): bool",
                    (String value, String array) -> TermSearch.in(lower(value), lower(array))));

    private StringOperators() {}

    private static List<KqlFunction> all() {
        List<KqlFunction> all = new ArrayList<>(POSITIVE);
        for (KqlFunction row : POSITIVE) {
            String signature = row.name() + "(text: string, search: string): bool";
            all.add(scalar("!" + signature, "(NOT " + row.sql().text() + ")", "The opposite of '" + row.name() + "'"));
        }
        all.addAll(SINGLE);
        return List.copyOf(all);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
