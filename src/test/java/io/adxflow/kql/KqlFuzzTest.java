package io.adxflow.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.golden.GoldenCases;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.QueryContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Any text gives SQL that the engine accepts, or diagnostics: our own cases with words exchanged, lost and doubled. */
class KqlFuzzTest {
    private static final int MUTANTS = 4_000;
    private static final Pattern WORD = Pattern.compile("\\s+|[\\w.]+|\"[^\"]*\"|'[^']*'|.");
    private static final QueryContext CONTEXT = QueryContext.at(638396640000000000L, "Samples");

    private final List<List<String>> corpus = GoldenCases.in("kql").stream()
            .map(golden -> words(golden.block("kql")))
            .toList();
    private final List<String> pool = corpus.stream().flatMap(List::stream).toList();
    private final Random random = new Random(20_240_229);

    @Test
    void noMutantBreaksTheCompiler() throws SQLException {
        try (SampleDatabase database = new SampleDatabase()) {
            for (int i = 0; i < MUTANTS; i++) {
                compile(mutant(), database);
            }
        }
    }

    private static void compile(String text, SampleDatabase database) {
        try {
            for (CompiledResult result : Kql.compile(new SourceText("query", text), database.catalog(), CONTEXT)
                    .results()) {
                database.explain(result.sql());
            }
        } catch (UserException refused) {
            assertThat(refused.diagnostics()).as(text).isNotEmpty();
        } catch (RuntimeException | StackOverflowError broken) {
            throw new AssertionError("broken by: " + text, broken);
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private String mutant() {
        List<String> words = new ArrayList<>(corpus.get(random.nextInt(corpus.size())));
        for (int i = random.nextInt(3); i >= 0; i--) {
            int place = random.nextInt(words.size());
            switch (random.nextInt(3)) {
                case 0 -> words.add(place, pool.get(random.nextInt(pool.size())));
                case 1 -> words.set(place, pool.get(random.nextInt(pool.size())));
                default -> words.set(place, words.get(random.nextInt(words.size())));
            }
        }
        return String.join("", words);
    }
}
