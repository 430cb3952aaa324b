package io.adxflow.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.golden.GoldenCase;
import io.adxflow.golden.GoldenCases;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.language.CompiledQuery;
import io.adxflow.kql.language.QueryContext;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the queries of {@code src/test/cases/kql/function}, which between them call every function. */
class FunctionCasesTest {
    private static final String FOLDER = "kql/function";
    private static final QueryContext CONTEXT = QueryContext.at(638396640000000000L, "Samples");

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
        return GoldenCases.tests(FOLDER, FunctionCasesTest::run);
    }

    private static void run(GoldenCase golden) {
        CompiledQuery query = Kql.compile(new SourceText("query", golden.block("kql")), database.catalog(), CONTEXT);
        golden.check("csv", database.csv(query.results().get(0)));
    }

    @Test
    void everyFunctionHasACase() {
        String queries = GoldenCases.in(FOLDER).stream()
                .map(golden -> golden.block("kql"))
                .collect(Collectors.joining("\n"));
        Set<String> names = new TreeSet<>(FunctionRegistry.scalarNames());
        names.addAll(FunctionRegistry.aggregateNames());
        names.addAll(FunctionRegistry.windowNames());
        names.addAll(FunctionRegistry.formNames());

        assertThat(names.stream().filter(name -> !Pattern.compile("\\b" + name + "\\(")
                        .matcher(queries)
                        .find()))
                .isEmpty();
    }
}
