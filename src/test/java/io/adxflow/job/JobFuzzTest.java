package io.adxflow.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.golden.GoldenCase;
import io.adxflow.golden.GoldenCases;
import io.adxflow.job.model.CheckedJob;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.JobFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is done to a job or an environment, the answer is a job or diagnostics that can be shown. */
class JobFuzzTest {
    private static final int ROUNDS = 2_000;
    private static final List<String> PIECES = List.of(
            ":",
            ": ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            "{{",
            "}}",
            "\"",
            "'",
            "|",
            ">",
            "&a ",
            "*a",
            "#",
            "\n",
            "\n  ",
            "\t",
            "?",
            "!!str ",
            "---\n",
            "<<: ",
            "~",
            "null",
            "0",
            "\\",
            "%",
            "@",
            "`",
            "\uD83C\uDF00",
            "\uFEFF",
            "\u0000",
            "(",
            ")",
            "/*",
            "--",
            "SELECT ",
            "name",
            "write:",
            "read:",
            "{{secrets/a/b}}",
            "\r\n");

    private final Random random = new Random(20240131);

    @Test
    void jobs() {
        List<String> seeds = seeds("yaml");
        Environment environment =
                environment("adx: {cluster: 'http://localhost:1', database: D, engine: builtin, emulator: true}");
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutated(seeds.get(random.nextInt(seeds.size())));
            CheckedJob checked = new Jobs(new OneFile(text)).check("job.yaml", environment, Map.of());
            checked.diagnostics().forEach(diagnostic -> assertShowable(diagnostic, text));
            assertThat(checked.job().isPresent())
                    .isNotEqualTo(checked.diagnostics().stream().anyMatch(Diagnostic::isError));
        }
    }

    @Test
    void environments() {
        List<String> seeds = seeds("environment");
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutated(seeds.get(random.nextInt(seeds.size())));
            try {
                assertThat(environment(text).adx().database()).isNotBlank();
            } catch (UserException e) {
                assertThat(e.diagnostics()).isNotEmpty().allSatisfy(diagnostic -> assertShowable(diagnostic, text));
            }
        }
    }

    private static void assertShowable(Diagnostic diagnostic, String text) {
        assertThat(diagnostic.render()).contains(diagnostic.code());
        assertThat(diagnostic.span().end()).isLessThanOrEqualTo(text.length());
    }

    private static Environment environment(String text) {
        return new Environments(new OneFile(text)).load("conf/fuzz.yaml", "job.yaml");
    }

    private static List<String> seeds(String language) {
        return GoldenCases.in("job").stream()
                .flatMap((GoldenCase golden) -> Stream.of(golden.find(language)))
                .flatMap(Optional::stream)
                .toList();
    }

    private String mutated(String seed) {
        StringBuilder text = new StringBuilder(seed);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(1 + (random.nextInt(10) == 0 ? 80 : 4)));
            List<String> replacements =
                    new ArrayList<>(List.of("", text.substring(at, to).repeat(2)));
            replacements.add(PIECES.get(random.nextInt(PIECES.size())));
            text.replace(at, to, replacements.get(random.nextInt(replacements.size())));
        }
        return text.toString();
    }

    private record OneFile(String text) implements JobFiles {
        @Override
        public SourceText read(String location) {
            return new SourceText(location, text);
        }

        @Override
        public Optional<Boolean> exists(String location) {
            return Optional.empty();
        }
    }
}
