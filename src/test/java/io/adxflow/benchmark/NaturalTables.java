package io.adxflow.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * Flights, their trips in words and as arrays, and airports in a DuckDB of their own, with the types that a person would
 * give them. Each table is also written as a Parquet file of its name, for the emulator to ingest.
 */
final class NaturalTables implements AutoCloseable {
    private static final List<String> TABLES = List.of("flights", "trips", "airports");
    private static final String TRIPS =
            """
            CREATE TABLE trips AS
            SELECT 'flight from ' || origin || ' to ' || destination || ' over ' || distance || ' miles' AS note,
                [origin, destination, left(origin, 1)] AS stops
            FROM flights""";
    private static final String AIRPORTS =
            """
            CREATE TABLE airports AS
            SELECT origin AS code, 'region ' || ascii(origin) % 7 AS region FROM (SELECT DISTINCT origin FROM flights)""";

    private final Connection connection;

    private NaturalTables(Connection connection) {
        this.connection = connection;
    }

    /** With the flights of a Parquet file that has the columns date, delay, distance, origin and destination. */
    static NaturalTables ofParquet(Path directory, Path parquet) throws SQLException {
        return of(directory, "read_parquet('" + parquet.toString().replace("'", "''") + "')");
    }

    /** With made-up flights, at most 2,000, no two of them with the same delay. */
    static NaturalTables ofNumbers(Path directory, int rows) throws SQLException {
        return of(
                directory,
                """
                (SELECT TIMESTAMP '2001-01-01' + INTERVAL (i * 61) MINUTE AS date, i * 37 %% 2003 - 20 AS delay,
                    100 + i * 71 %% 2000 AS distance, ['ORD', 'ATL', 'LAX'][1 + i %% 3] AS origin,
                    ['JFK', 'SFO', 'ORD', 'DEN'][1 + i * 7 %% 4] AS destination FROM range(%d) AS r(i))"""
                        .formatted(rows));
    }

    private static NaturalTables of(Path directory, String flights) throws SQLException {
        Properties streaming = new Properties();
        streaming.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        NaturalTables tables = new NaturalTables(
                DriverManager.getConnection("jdbc:duckdb:" + directory.resolve("natural.duckdb"), streaming));
        tables.execute("CREATE TABLE flights AS SELECT * FROM " + flights);
        tables.execute(TRIPS);
        tables.execute(AIRPORTS);
        for (String table : TABLES) {
            tables.execute("COPY " + table + " TO '" + directory.resolve(table + ".parquet") + "'");
        }
        return tables;
    }

    /** Writes {@code flights.csv.gz} beside {@code flights.parquet}. */
    static void packedCsv(Path directory) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (FROM '" + directory.resolve("flights.parquet") + "') TO '"
                    + directory.resolve("flights.csv.gz") + "' (HEADER false)");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, one value after the other as an application would read them. */
    List<List<Object>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            int columns = answer.getMetaData().getColumnCount();
            List<List<Object>> rows = new ArrayList<>();
            while (answer.next()) {
                List<Object> row = new ArrayList<>(columns);
                for (int column = 1; column <= columns; column++) {
                    row.add(answer.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
