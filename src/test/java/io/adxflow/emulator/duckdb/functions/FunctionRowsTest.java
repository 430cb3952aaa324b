package io.adxflow.emulator.duckdb.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.kql.function.AggregateFunction;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.function.KqlFunction;
import io.adxflow.kql.function.Parameter;
import io.adxflow.kql.function.Signature;
import io.adxflow.kql.function.WindowFunction;
import io.adxflow.kql.language.KqlType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the SQL of every row once with values and once with nulls, and looks at the type that comes back. */
class FunctionRowsTest {
    private static final Map<String, String> CONTEXT =
            Map.of("now", "630000000000000000", "database", "'db'", "cluster", "'c'", "user", "'u'", "order", "");

    private static final WindowFunction.Rows ROWS = new WindowFunction.Rows("sample", "ORDER BY row", "row");
    /** Decimals of 32 digits before the point, which have none behind it. */
    private static final Set<String> LONG_DECIMALS = Set.of("parse_version");

    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        KqlFunctionRegistration.register(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE sample AS SELECT * FROM (VALUES
                      (true, 2, 3::BIGINT, 0.5::DOUBLE, 2.5::DECIMAL(38,18), '1', 630000000000000000, 36000000000,
                       '74be27de-1e4e-49d9-b579-fe0b331d3642'::UUID, '[1,2]', 1),
                      (NULL, NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, 2))
                    t(bool, int, long, real, decimal, string, datetime, timespan, guid, dynamic, row)
                    """);
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyScalarFunctionRuns() {
        List<String> broken = new ArrayList<>();
        for (KqlFunction row : FunctionRegistry.scalars()) {
            if (Set.of("assert", "parse-kv", "reduce").contains(row.name())) {
                continue; // fails on purpose, or is called by an operator that makes its settings
            }
            for (List<KqlType> types : typesOf(row.signature())) {
                List<String> arguments = arguments(row.signature(), types);
                KqlType result = row.resultType(types);
                collect(broken, row.signature(), row.call(arguments, CONTEXT), result);
                collect(broken, row.signature(), row.callInFilter(arguments, CONTEXT), result);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyAggregateRuns() {
        List<String> broken = new ArrayList<>();
        for (AggregateFunction row : FunctionRegistry.aggregates()) {
            for (List<KqlType> types : typesOf(row.signature())) {
                String sql = row.call(arguments(row.signature(), types), CONTEXT);
                collect(broken, row.signature(), sql, row.signature().result().of(types));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyWindowFunctionRuns() {
        List<String> broken = new ArrayList<>();
        for (WindowFunction row : FunctionRegistry.windows()) {
            for (List<KqlType> types : typesOf(row.signature())) {
                List<String> arguments = arguments(row.signature(), types);
                row.first(arguments, "ORDER BY row")
                        .ifPresent(first -> collect(broken, row.signature(), first, KqlType.LONG));
                String sql = row.call(arguments, ROWS, "1::BIGINT");
                collect(broken, row.signature(), sql, row.signature().result().of(types));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void stringsAreNeverNull() {
        List<String> broken = new ArrayList<>();
        for (KqlFunction row : FunctionRegistry.scalars()) {
            for (List<KqlType> types : typesOf(row.signature())) {
                if (row.resultType(types) == KqlType.STRING) {
                    String sql = row.call(arguments(row.signature(), types), CONTEXT);
                    collectNulls(broken, row.signature(), sql);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /** One list of argument types per type that the first parameter takes; the others take the first that fits. */
    private static List<List<KqlType>> typesOf(Signature signature) {
        List<List<KqlType>> lists = new ArrayList<>();
        if (signature.parameters().isEmpty()) {
            return List.of(List.of());
        }
        for (KqlType first : KqlType.values()) {
            if (signature.parameters().get(0).type().accepts(first)) {
                lists.add(signature.parameters().stream()
                        .map(parameter -> type(parameter, first))
                        .toList());
            }
        }
        return lists;
    }

    private static KqlType type(Parameter parameter, KqlType first) {
        return switch (parameter.type()) {
            case TEXT -> KqlType.STRING;
            case VALUE, SCALAR_VALUE -> KqlType.DYNAMIC;
            case COMMON, COMMON_NUMBER, SAME, SCALAR, ANY, NUMBER, INTEGER, TYPE -> parameter
                            .type()
                            .accepts(first)
                    ? first
                    : KqlType.LONG;
            default -> KqlType.valueOf(parameter.type().name());
        };
    }

    private static List<String> arguments(Signature signature, List<KqlType> types) {
        return IntStream.range(0, types.size())
                .mapToObj(index -> argument(signature.parameters().get(index), types.get(index)))
                .toList();
    }

    private static String argument(Parameter parameter, KqlType type) {
        if (!parameter.choices().isEmpty()) {
            return "'" + parameter.choices().get(0) + "'";
        }
        if (parameter.name().equals("zone")) {
            return "'Europe/Paris'";
        }
        if (parameter.name().equals("format")) {
            return "'H:mm'";
        }
        if (parameter.isConstant()) {
            return type == KqlType.REAL
                    ? "1.0::DOUBLE"
                    : "(" + (type == KqlType.STRING ? "'1'" : type == KqlType.LONG ? "1" : "NULL") + ")::"
                            + duckDbType(type);
        }
        return type.keyword();
    }

    private static void collect(List<String> broken, Signature signature, String sql, KqlType result) {
        String call = signature.name() + " " + sql;
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT typeof(x), x FROM (SELECT " + sql + " AS x FROM sample)")) {
            rows.next();
            String wanted = LONG_DECIMALS.contains(signature.name()) ? "DECIMAL(38,0)" : duckDbType(result);
            if (!rows.getString(1).equals(wanted)) {
                broken.add(call + ": " + rows.getString(1) + " is not " + result);
            }
        } catch (SQLException e) {
            broken.add(call + ": " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static void collectNulls(List<String> broken, Signature signature, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + sql + " FROM sample")) {
            while (rows.next()) {
                if (rows.getString(1) == null) {
                    broken.add(signature.name() + " " + sql + " is null");
                }
            }
        } catch (SQLException e) {
            broken.add(signature.name() + ": " + e.getMessage());
        }
    }

    private static String duckDbType(KqlType type) {
        return switch (type) {
            case BOOL -> "BOOLEAN";
            case INT -> "INTEGER";
            case LONG, DATETIME, TIMESPAN -> "BIGINT";
            case REAL -> "DOUBLE";
            case DECIMAL -> "DECIMAL(38,18)";
            case STRING, DYNAMIC -> "VARCHAR";
            case GUID -> "UUID";
        };
    }
}
