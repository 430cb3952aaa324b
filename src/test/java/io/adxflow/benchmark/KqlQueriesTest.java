package io.adxflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.json.Json;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.KqlType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The two sides of the benchmark answer the same rows. */
class KqlQueriesTest {
    private static final long UNIX_EPOCH = 621_355_968_000_000_000L;

    @TempDir
    static Path directory;

    private static NaturalTables natural;
    private static EmulatorTables emulator;

    @BeforeAll
    static void load() throws SQLException {
        natural = NaturalTables.ofNumbers(directory, 2000);
        emulator = EmulatorTables.ingested(directory);
    }

    @AfterAll
    static void close() throws SQLException {
        emulator.close();
        natural.close();
    }

    @TestFactory
    Stream<DynamicTest> kqlAndSqlAgree() {
        return Stream.concat(KqlQueries.ALL.stream(), KqlQueries.FURTHER.stream())
                .map(query -> DynamicTest.dynamicTest(query.name(), () -> assertAgree(query)));
    }

    private static void assertAgree(KqlQuery query) throws SQLException {
        List<KqlType> types = emulator.schema(query.kql()).columns().stream()
                .map(Column::type)
                .toList();
        List<String> found = new ArrayList<>();
        for (List<Object> row : emulator.rows(query.kql())) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                cells.add(kqlText(types.get(i), row.get(i)));
            }
            found.add(String.join("|", cells));
        }
        List<String> expected = new ArrayList<>();
        for (List<Object> row : natural.rows(query.sql())) {
            List<String> cells = new ArrayList<>();
            for (Object value : row) {
                cells.add(sqlText(value));
            }
            expected.add(String.join("|", cells));
        }
        assertThat(found).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String kqlText(KqlType type, Object value) {
        return switch (type) {
            case DATETIME -> DatetimeText.of((Long) value);
            case DYNAMIC -> String.valueOf(Json.read((String) value));
            case REAL -> String.format(Locale.ROOT, "%.9g", value);
            default -> String.valueOf(value);
        };
    }

    private static String sqlText(Object value) throws SQLException {
        if (value instanceof Timestamp time) {
            return DatetimeText.of(UNIX_EPOCH + time.getTime() * 10_000);
        }
        if (value instanceof Array array) {
            List<String> elements = new ArrayList<>();
            for (Object element : Arrays.asList((Object[]) array.getArray())) {
                elements.add(sqlText(element));
            }
            return elements.toString();
        }
        boolean isReal = value instanceof Double || value instanceof BigDecimal;
        return isReal ? String.format(Locale.ROOT, "%.9g", ((Number) value).doubleValue()) : String.valueOf(value);
    }
}
