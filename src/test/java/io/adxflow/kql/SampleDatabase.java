package io.adxflow.kql;

import io.adxflow.emulator.duckdb.functions.KqlFunctionRegistration;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.TimespanText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A DuckDB in this process that holds the sample tables and answers compiled queries. */
final class SampleDatabase implements AutoCloseable {
    private final Connection connection;

    SampleDatabase() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        KqlFunctionRegistration.register(connection);
        try (Statement statement = connection.createStatement()) {
            for (String ddl : SampleCatalog.DDL) {
                statement.execute(ddl);
            }
        }
    }

    Catalog catalog() {
        return new SampleCatalog(this::texts);
    }

    /** The rows as lines of text under a line of {@code name:type}; rows without an order are sorted. */
    String csv(CompiledResult result) {
        List<Column> columns = result.schema().columns();
        List<String> lines = new ArrayList<>();
        for (List<Object> row : rows(result.sql())) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(text(columns.get(i).type(), row.get(i)));
            }
            lines.add(String.join(",", cells));
        }
        if (!result.isOrdered()) {
            lines.sort(null);
        }
        String header = columns.stream()
                .map(column -> column.name() + ":" + column.type())
                .collect(Collectors.joining(","));
        return header + "\n" + String.join("\n", lines);
    }

    /** The statement is one that the engine can plan. */
    void explain(String sql) {
        rows("EXPLAIN " + sql);
    }

    /** What DuckDB has against a statement before it runs; empty when it takes it. */
    String refusal(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("EXPLAIN " + sql);
            return "";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static String text(KqlType type, Object value) {
        if (value == null) {
            return "";
        }
        String text =
                switch (type) {
                    case DATETIME -> DatetimeText.of((Long) value);
                    case TIMESPAN -> TimespanText.of((Long) value);
                    default -> value.toString();
                };
        return text.matches("(?s).*[\",\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private List<List<String>> texts(String sql) {
        return rows(sql).stream()
                .map(row -> row.stream().map(String::valueOf).toList())
                .toList();
    }

    private List<List<Object>> rows(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (answer.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    row.add(answer.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage() + "\n" + sql, e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
