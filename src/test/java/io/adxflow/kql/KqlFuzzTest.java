package io.adxflow.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.golden.GoldenCases;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.QueryContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Our own cases, with words exchanged among them, and queries made up of every function: what compiles is SQL that DuckDB takes,
 * and the rest is a diagnostic.
 */
class KqlFuzzTest {
    private static final int MUTANTS = 1_000;
    private static final int RANDOM_QUERIES = 200;
    private static final int RUN_BY_DUCKDB = 10;
    private static final QueryContext CONTEXT = QueryContext.at(638_396_640_000_000_000L, "Samples");

    private final List<String> corpus = Stream.of("kql/operator", "kql/statement", "kql/expression", "kql/problem")
            .flatMap(folder -> GoldenCases.in(folder).stream())
            .map(golden -> golden.block("kql"))
            .toList();
    private final Map<String, List<String>> words = corpus.stream()
            .flatMap(query -> Stream.of(query.split("(?<=\\W)|(?=\\W)")))
            .distinct()
            .collect(Collectors.groupingBy(KqlFuzzTest::kind));
    private final Random random = new Random(20_261_120);

    @Test
    void noMutantBreaksTheCompilerOrItsSql() throws SQLException {
        assertThat(refused(this::mutant, MUTANTS, RUN_BY_DUCKDB)).isEmpty();
    }

    @Test
    void noRandomQueryBreaksTheCompilerOrItsSql() throws SQLException {
        assertThat(refused(new RandomQuery(random)::next, RANDOM_QUERIES, 1)).isEmpty();
    }

    /** @param each how many queries there are for each one that DuckDB plans, which takes most of the time */
    private static List<String> refused(Supplier<String> queries, int count, int each) throws SQLException {
        List<String> refused = new ArrayList<>();
        try (SampleDatabase database = new SampleDatabase()) {
            Catalog catalog = new SampleCatalog(sql -> List.of());
            for (int i = 0; i < count; i++) {
                String query = queries.get();
                for (CompiledResult result : compiled(query, catalog)) {
                    String refusal = i % each == 0 ? database.refusal(result.sql()) : "";
                    if (isAboutTheStatement(refusal)) {
                        refused.add(query + "\n" + refusal);
                    }
                }
            }
        }
        return refused;
    }

    private static List<CompiledResult> compiled(String query, Catalog catalog) {
        try {
            return Kql.compile(new SourceText("query", query), catalog, CONTEXT).results();
        } catch (UserException refused) {
            return List.of();
        } catch (RuntimeException fault) {
            throw new AssertionError("the compiler fails on:\n" + query, fault);
        }
    }

    private static boolean isAboutTheStatement(String refusal) {
        return refusal.matches("(?s).*(Binder|Parser|Catalog|Internal|Not implemented) Error.*");
    }

    /** A name replaces a name and a number a number, so that many mutants still compile. */
    private static String kind(String word) {
        char first = word.charAt(0);
        return Character.isLetter(first)
                ? "name"
                : Character.isDigit(first) ? "number" : Character.isWhitespace(first) ? "space" : "sign";
    }

    private String mutant() {
        List<String> text = new ArrayList<>(
                List.of(corpus.get(random.nextInt(corpus.size())).split("(?<=\\W)|(?=\\W)")));
        int mutations = 1 + random.nextInt(2);
        for (int i = 0; i < mutations; i++) {
            int place = random.nextInt(text.size());
            List<String> others = words.get(kind(text.get(place)));
            text.set(place, others.get(random.nextInt(others.size())));
        }
        return String.join("", text);
    }
}
