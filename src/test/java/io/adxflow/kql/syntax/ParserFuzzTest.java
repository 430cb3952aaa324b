package io.adxflow.kql.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.golden.GoldenCases;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any text gives a tree or diagnostics: our own cases, mutated, and texts that are nested too deeply. */
class ParserFuzzTest {
    private static final int MUTANTS = 20_000;
    private static final String[] SPLINTERS = {
        "|",
        ";",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "@\"",
        "```",
        "=",
        "==",
        "..",
        "*",
        "-",
        "$",
        "\\",
        "!",
        "\u201c",
        " by ",
        " on ",
        " let x = ",
        " in~ ",
        "datetime(",
        "dynamic({",
        "1e",
        "0x",
        "9999999999999999999",
        "//",
        "\n",
        "\u0000"
    };

    private final List<String> corpus = GoldenCases.in("kql/syntax").stream()
            .map(golden -> golden.block("kql"))
            .toList();
    private final Random random = new Random(20_240_229);

    @Test
    void noMutantBreaksTheParser() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < MUTANTS; i++) {
                parse(mutant());
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "print ~ ( ~ 1",
                "print ~ f( ~ 1",
                "print ~ x[ ~ 1",
                "print x ~ [0] ~ ''",
                "print x ~ .y ~ ''",
                "print 1 ~ +1 ~ ''",
                "print dynamic( ~ [ ~ 1",
                "T ~ | where x in (T ~ ''",
                "T ~ | take 1 ~ ''",
                "T ~ | fork ( take 1 ~ ''",
                "T ~ | partition by x { T ~ ''",
                "let f = () ~ { let g = () ~ { 1"
            })
    void deepNestingIsRefused(String start, String level, String end) {
        assertThat(parse(start + level.repeat(5_000) + end)).contains("KQL110");
    }

    @Test
    void longChainsOfAndAndOrAreFine() {
        assertThat(parse("T | where a == 1" + " or a == 1 and b == 2".repeat(5_000)))
                .isEmpty();
    }

    /** The codes of the diagnostics, in one text. */
    private static String parse(String text) {
        try {
            SyntaxText.of(Parser.parse(new SourceText("query.kql", text)));
            return "";
        } catch (UserException e) {
            return e.diagnostics().stream().map(Diagnostic::code).collect(Collectors.joining(" "));
        }
    }

    private String mutant() {
        StringBuilder text = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
        int mutations = 1 + random.nextInt(4);
        for (int i = 0; i < mutations; i++) {
            mutate(text);
        }
        return text.toString();
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, SPLINTERS[random.nextInt(SPLINTERS.length)]);
            case 2 -> text.insert(at, text.substring(at, end));
            default -> text.setLength(at);
        }
    }
}
