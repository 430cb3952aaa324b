package io.adxflow.emulator.duckdb.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.kql.function.JavaFunction;
import io.adxflow.kql.language.KqlType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KqlFunctionRegistrationTest {
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void nullArgumentGivesNullWithoutCall() throws SQLException {
        register(List.of(KqlType.STRING), false, arguments -> arguments[0] + "!");
        assertThat(value("SELECT kql_probe('a')")).isEqualTo("a!");
        assertThat(value("SELECT kql_probe(NULL)")).isNull();
    }

    @Test
    void functionThatSeesNullsIsCalledWithThem() throws SQLException {
        register(List.of(KqlType.STRING), true, arguments -> arguments[0] == null ? "nothing" : "something");
        assertThat(value("SELECT kql_probe(x) FROM (VALUES (NULL::VARCHAR)) t(x)"))
                .isEqualTo("nothing");
    }

    @Test
    void everyTypeCrossesBothWays() throws SQLException {
        for (KqlType type : KqlType.values()) {
            KqlFunctionRegistration.register(
                    new JavaFunction("kql_echo_" + type.keyword(), List.of(type), false, type, false, a -> a[0]),
                    connection);
        }
        assertThat(value("SELECT kql_echo_bool(true)")).isEqualTo("true");
        assertThat(value("SELECT kql_echo_int(-5)")).isEqualTo("-5");
        assertThat(value("SELECT kql_echo_long(9223372036854775807)")).isEqualTo("9223372036854775807");
        assertThat(value("SELECT kql_echo_real('nan'::DOUBLE)")).isEqualTo("NaN");
        assertThat(value("SELECT kql_echo_decimal(1.5::DECIMAL(38,18))")).isEqualTo("1.500000000000000000");
        assertThat(value("SELECT kql_echo_string('zażółć 😀')")).isEqualTo("zażółć 😀");
        assertThat(value("SELECT kql_echo_string('')")).isEmpty();
    }

    @Test
    void exceptionSurfacesWithItsMessage() throws SQLException {
        register(List.of(KqlType.STRING), false, arguments -> {
            throw new IllegalArgumentException("the reason");
        });
        assertThatThrownBy(() -> value("SELECT kql_probe('a')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("the reason");
    }

    @Test
    void duplicatedConnectionsSeeTheFunctions() throws SQLException {
        register(List.of(KqlType.STRING), false, arguments -> arguments[0]);
        try (Connection other = ((DuckDBConnection) connection).duplicate();
                Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery("SELECT kql_probe('a')")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT s, 1 AS start FROM t WHERE n % 3 = 1",
                "SELECT t.s, u.n % 4 AS start FROM t JOIN t u ON t.n % 500 = u.n WHERE u.n < 100",
                "SELECT s, unnest([0, 1, 2]) AS start FROM t",
                "SELECT 'abcdef' AS s, n % 4 AS start FROM t"
            })
    void rowsStayTogetherBehindFiltersJoinsAndConstants(String rows) throws SQLException {
        KqlFunctionRegistration.register(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t AS SELECT i AS n, CASE WHEN i % 7 > 0 THEN 'v' || i END AS s"
                    + " FROM range(10000) r(i)");
        }
        assertThat(value("SELECT count(*) FROM (" + rows + ")"
                        + " WHERE kql_substring(s, start, 3) IS DISTINCT FROM substring(s, start + 1, 3)"))
                .isEqualTo("0");
    }

    private void register(List<KqlType> parameters, boolean seesNulls, JavaFunction.Body body) throws SQLException {
        KqlFunctionRegistration.register(
                new JavaFunction("kql_probe", parameters, false, KqlType.STRING, seesNulls, body), connection);
    }

    private String value(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
