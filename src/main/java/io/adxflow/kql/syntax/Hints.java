package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.language.KqlType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was probably meant: words of other languages, and near misses of our own. */
final class Hints {
    /** What is expected behind a complete operator. */
    static final String END_OF_OPERATOR = "'|' or the end of the query";

    static final String EXPRESSION = "an expression";

    private static final String SOMETHING_MISSING = "is a comma or an operator missing before it?";
    private static final String FUNCTION = "a function is written let f = (x: long) { x + 1 }";

    private static final Map<String, String> FOREIGN_TABULAR_OPERATORS = Map.ofEntries(
            Map.entry("select", "project"),
            Map.entry("fields", "project"),
            Map.entry("columns", "project"),
            Map.entry("group", "summarize"),
            Map.entry("groupby", "summarize"),
            Map.entry("stats", "summarize"),
            Map.entry("aggregate", "summarize"),
            Map.entry("having", "where"),
            Map.entry("orderby", "order by"),
            Map.entry("head", "take"),
            Map.entry("first", "take"),
            Map.entry("drop", "project-away"),
            Map.entry("rename", "project-rename"),
            Map.entry("eval", "extend"),
            Map.entry("let", "extend"),
            Map.entry("dedup", "distinct"),
            Map.entry("unique", "distinct"),
            Map.entry("unnest", "mv-expand"),
            Map.entry("explode", "mv-expand"));

    private static final Map<String, String> FOREIGN_OPERATORS = Map.ofEntries(
            Map.entry("like", "contains, startswith, endswith or matches regex"),
            Map.entry("ilike", "contains, startswith, endswith or matches regex"),
            Map.entry("rlike", "matches regex"),
            Map.entry("regexp", "matches regex"),
            Map.entry("matches", "matches regex"),
            Map.entry("when", "case(condition, value, …, otherwise)"),
            Map.entry("is", "isnull(…) or isnotnull(…); isempty(…) or isnotempty(…) for a string"));

    private static final Map<String, String> FOREIGN_DIRECTIONS = Map.of("ascending", "asc", "descending", "desc");

    private static final List<String> NEGATABLE =
            List.of("in", "in~", "between", "has", "has_cs", "contains", "startswith", "endswith");

    private Hints() {}

    /** The name that was probably meant, or the names that there are. */
    static String closest(String word, String what, Collection<String> names) {
        return Suggestion.hint(word, what, names);
    }

    /** How a literal of a type looks, or what to write instead for an expression. */
    static String literal(KqlType type, String text) {
        boolean isExpression =
                text.matches("[\\p{L}_].*\\(.*") || type != KqlType.BOOL && text.matches("[\\p{L}_]\\w*");
        return isExpression
                ? "a literal holds plain text; to" + type + "(…) converts an expression"
                : "for example " + type + "(" + example(type) + ")";
    }

    private static String example(KqlType type) {
        return switch (type) {
            case BOOL -> "true";
            case INT, LONG -> "-5";
            case REAL, DECIMAL -> "1.5";
            case STRING -> "text";
            case DATETIME -> "2020-01-31 13:45:07";
            case TIMESPAN -> "1.02:03:04";
            case GUID -> "74be27de-1e4e-49d9-b579-fe0b331d3642";
            case DYNAMIC -> "[1, 2]";
        };
    }

    /** Something else stands where a thing was expected. */
    static Diagnostic unexpected(String what, Token found, Token next) {
        Optional<Diagnostic> foreign = foreignOperator(found, next);
        if (foreign.isPresent()) {
            return foreign.get();
        }
        Diagnostic diagnostic = KqlProblem.UNEXPECTED_TOKEN.at(found.span(), what, found.described());
        return hint(what, found).map(diagnostic::withHint).orElse(diagnostic);
    }

    private static Optional<String> hint(String what, Token found) {
        return switch (found.kind()) {
            case SYMBOL -> Optional.ofNullable(signHint(what, found.text()));
            case NAME -> Optional.ofNullable(wordHint(what, found.text()));
            case LITERAL -> Optional.of(SOMETHING_MISSING).filter(hint -> what.equals(END_OF_OPERATOR));
            case END -> Optional.empty();
        };
    }

    private static String signHint(String what, String found) {
        return switch (found) {
            case "=" -> "to compare, write '=='";
            case "=>" -> what.equals(END_OF_OPERATOR) ? "to compare, write '>='" : FUNCTION;
            case "{" -> what.equals(EXPRESSION) ? "a bag is written dynamic({…}) or bag_pack(…)" : FUNCTION;
            case "[" -> what.equals(EXPRESSION) ? "an array is written dynamic([…]), a name with blanks ['…']" : null;
            case "(" -> what.equals("'='") ? FUNCTION : null;
            default -> null;
        };
    }

    private static String wordHint(String what, String found) {
        if (found.equals("as")) {
            return "a name stands before what it names: name = expression";
        }
        boolean atEnd = what.equals(END_OF_OPERATOR);
        return Optional.ofNullable(FOREIGN_DIRECTIONS.get(found))
                .or(() -> Suggestion.closest(found, Infix.words()).filter(word -> atEnd && found.length() > 3))
                .map(word -> "did you mean '" + word + "'?")
                .orElse(atEnd ? SOMETHING_MISSING : null);
    }

    /** A character that no token begins with. */
    static Diagnostic unexpectedCharacter(Span span, String character) {
        Diagnostic diagnostic = KqlProblem.UNEXPECTED_CHARACTER.at(span, character);
        return switch (character) {
            case "!" -> KqlProblem.FOREIGN_OPERATOR.at(span, character).withHint("write not(…)");
            case "\u201c", "\u201d", "\u2018", "\u2019" -> diagnostic.withHint(
                    "strings stand between straight quotes, \" or '");
            case "\u2013", "\u2014" -> diagnostic.withHint("write '-'");
            case "?" -> diagnostic.withHint("write iff(condition, then, otherwise)");
            case "#" -> diagnostic.withHint("a comment goes from // to the end of its line");
            default -> diagnostic;
        };
    }

    /** There is no tabular operator of this name. */
    static Diagnostic unknownOperator(Token keyword, Collection<String> operators) {
        Diagnostic diagnostic = KqlProblem.UNKNOWN_OPERATOR.at(keyword.span(), keyword.text());
        String meant = FOREIGN_TABULAR_OPERATORS.get(keyword.text().toLowerCase(Locale.ROOT));
        if (meant != null) {
            return diagnostic.withHint("did you mean '" + meant + "'?");
        }
        return Suggestion.closest(keyword.text(), operators)
                .map(found -> diagnostic.withHint("did you mean '" + found + "'?"))
                .orElse(diagnostic);
    }

    private static Optional<Diagnostic> foreignOperator(Token found, Token next) {
        if (!found.isName()) {
            return Optional.empty();
        }
        String word = found.text().toLowerCase(Locale.ROOT);
        if (word.equals("not") && NEGATABLE.contains(next.text())) {
            return Optional.of(KqlProblem.FOREIGN_OPERATOR
                    .at(found.span().to(next.span()), found.text() + " " + next.text())
                    .withHint("write '!" + next.text() + "'"));
        }
        Diagnostic diagnostic = KqlProblem.FOREIGN_OPERATOR.at(found.span(), found.text());
        if (!word.equals(found.text())
                && (Infix.isOperator(word) || List.of("by", "on", "asc", "desc").contains(word))) {
            return Optional.of(diagnostic.withHint("write '" + word + "'; upper and lower case differ"));
        }
        return Optional.ofNullable(FOREIGN_OPERATORS.get(word)).map(meant -> diagnostic.withHint("there is " + meant));
    }
}
