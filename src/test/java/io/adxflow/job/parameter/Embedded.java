package io.adxflow.job.parameter;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.EmbeddedText;
import io.adxflow.job.model.Parameter;
import io.adxflow.job.model.ParameterType;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that were not embedded in anything, and values that want to break out of them. */
public final class Embedded {
    private static final List<String> HOSTILE = List.of(
            "\"",
            "'",
            "\\",
            "\n",
            "\r",
            "\t",
            "`",
            "```",
            "~~~",
            "//",
            "/*",
            "*/",
            "--",
            ";",
            "|",
            "@",
            "{{v}}",
            "(",
            ")",
            "]",
            "$",
            " ",
            "a",
            "u0022",
            "x27",
            "0",
            "%",
            "\u0000",
            "\u0085",
            "\u2028",
            "\uD83C\uDF00",
            "r'",
            "h\"");

    private Embedded() {}

    public static EmbeddedText text(String text) {
        int length = text.length();
        return new EmbeddedText(
                text,
                new Span(0, length),
                IntStream.range(0, length).toArray(),
                IntStream.rangeClosed(1, length).toArray());
    }

    /** Fills {@code {{v}}} with a value. */
    public static Filled fill(String template, Language language, ParameterType type, String value) {
        Parameter parameter = new Parameter("v", type, value, Span.at(0));
        return new Variables(List.of(parameter), Set.of()).fill(text(template), language);
    }

    /** Values made of pieces that mean something to some lexer; the same ones every time. */
    public static List<String> hostileValues(int count) {
        Random random = new Random(20240131);
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, random.nextInt(6))
                        .mapToObj(j -> HOSTILE.get(random.nextInt(HOSTILE.size())))
                        .collect(Collectors.joining()))
                .toList();
    }
}
