package io.adxflow.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.golden.GoldenCase;
import io.adxflow.golden.GoldenCases;
import io.adxflow.kql.language.CompiledQuery;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.language.QueryContext;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compiles and runs the queries of {@code src/test/cases/kql}, or sees them refused. */
class KqlCasesTest {
    private static final List<String> FOLDERS =
            List.of("kql/operator", "kql/statement", "kql/expression", "kql/problem");
    private static final QueryContext CONTEXT = new QueryContext(
            638396640000000000L, Map.of("least", "5", "state", "TEX'AS"), "Samples", "localhost", "", Map.of());

    private static SampleDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new SampleDatabase();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return FOLDERS.stream().flatMap(folder -> GoldenCases.tests(folder, KqlCasesTest::run));
    }

    private static void run(GoldenCase golden) {
        SourceText source = new SourceText("query", golden.block("kql"));
        try {
            CompiledQuery query = Kql.compile(source, database.catalog(), CONTEXT);
            if (golden.find("plan").isPresent()) {
                golden.check("plan", Kql.planText(source, database.catalog(), CONTEXT));
            }
            golden.check("sql", ofEach(query, CompiledResult::sql));
            golden.check("csv", ofEach(query, database::csv));
        } catch (UserException refused) {
            golden.check("error", refused.getMessage());
        }
    }

    private static String ofEach(CompiledQuery query, Function<CompiledResult, String> text) {
        return query.results().stream().map(text).collect(Collectors.joining("\n\n"));
    }

    @Test
    void everyProblemOfTheBinderHasACase() {
        String errors = GoldenCases.in("kql").stream()
                .flatMap(golden -> golden.blocks("error").stream())
                .collect(Collectors.joining("\n"));

        assertThat(Arrays.stream(KqlProblem.values())
                        .map(KqlProblem::code)
                        .filter(code -> !code.startsWith("KQL1"))
                        .filter(code -> !errors.contains(code)))
                .isEmpty();
    }
}
