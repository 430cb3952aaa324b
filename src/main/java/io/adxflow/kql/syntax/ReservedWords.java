package io.adxflow.kql.syntax;

import java.util.Set;

/**
 * Words that are no names unless they are quoted, as in {@code ['first']}: those that expressions and orders are made of
 * name nothing at all; those that operators begin with may be given as names, but not be referred to.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/schema-entities/entity-names">entity names</a>
 */
final class ReservedWords {
    private static final Set<String> NO_NAMES = Set.of(
            "and",
            "asc",
            "between",
            "contains_cs",
            "desc",
            "endswith",
            "endswith_cs",
            "first",
            "getschema",
            "has_all",
            "has_any",
            "has_cs",
            "hasprefix",
            "hassuffix",
            "join",
            "last",
            "missing",
            "or",
            "project",
            "startswith",
            "startswith_cs",
            "union");

    private static final Set<String> NO_REFERENCES = Set.of(
            "as",
            "by",
            "consume",
            "contains",
            "datatable",
            "distinct",
            "extend",
            "externaldata",
            "filter",
            "find",
            "has",
            "in",
            "invoke",
            "limit",
            "materialize",
            "of",
            "parse",
            "print",
            "sample",
            "search",
            "serialize",
            "set",
            "sort",
            "summarize",
            "take",
            "to",
            "top",
            "toscalar",
            "totable",
            "where");

    private ReservedWords() {}

    /** Whether a column, a variable or a parameter may be called so. */
    static boolean mayBeGiven(String word) {
        return !NO_NAMES.contains(word);
    }

    /** Whether an expression may name a thing that is called so. */
    static boolean mayBeReferredTo(String word) {
        return mayBeGiven(word) && !NO_REFERENCES.contains(word);
    }
}
