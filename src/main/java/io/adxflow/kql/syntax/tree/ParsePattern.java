package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.Optional;

/** {@code [kind=…] [flags=…] text with * "literal" column: type …} of parse and parse-where. */
public record ParsePattern(Span span, Kind kind, String flags, Expression text, List<Part> parts) {
    public ParsePattern {
        parts = List.copyOf(parts);
    }

    /** How strictly the text must fit. */
    public enum Kind {
        SIMPLE,
        RELAXED,
        REGEX
    }

    /** A piece of the pattern. */
    public sealed interface Part {
        Span span();
    }

    /** {@code *}: anything. */
    public record Skip(Span span) implements Part {}

    /** Text that must occur; a regular expression for {@link Kind#REGEX}. */
    public record Text(Span span, String text) implements Part {}

    /** A new column; a string without a type. */
    public record Capture(Span span, Expression.Name name, Optional<KqlType> type) implements Part {}
}
