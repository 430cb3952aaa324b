package io.adxflow.job.spark;

import io.adxflow.base.diagnostic.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;

/** Finds the misspelled keyword behind a mistake: SQL takes it for a name, and stumbles one or two words later. */
final class Keywords {
    private static final List<String> COMMON = List.of(
            "SELECT",
            "DISTINCT",
            "FROM",
            "WHERE",
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "JOIN",
            "INNER",
            "CROSS",
            "UNION",
            "BETWEEN",
            "WHEN",
            "THEN",
            "ELSE",
            "CASE",
            "OVER",
            "PARTITION",
            "LATERAL",
            "WINDOW",
            "EXISTS");
    private static final Set<String> SHORT = Set.of("LIKE", "DESC", "LEFT", "RIGHT", "FULL");

    private Keywords() {}

    static Optional<String> nearMiss(CommonTokenStream tokens, Token offending) {
        List<Token> words = tokens.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .filter(token -> token.getTokenIndex() <= offending.getTokenIndex())
                .toList();
        return words.subList(Math.max(0, words.size() - 3), words.size()).stream()
                .filter(token -> token.getType() == SqlBaseParser.IDENTIFIER)
                .map(Token::getText)
                .filter(word -> word.length() > 3 && !SHORT.contains(word.toUpperCase(Locale.ROOT)))
                .flatMap(word -> Suggestion.closest(word.toUpperCase(Locale.ROOT), COMMON)
                        .map(keyword -> "did you mean '" + keyword + "' instead of '" + word + "'?")
                        .stream())
                .findFirst();
    }
}
