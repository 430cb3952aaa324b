package io.adxflow.emulator.duckdb;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.Records;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** The records of a Parquet file, read as they are asked for. Nested values take the way over JSON. */
final class ParquetRecords implements Records {
    private final DuckDBConnection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final List<Field> fields;

    private ParquetRecords(DuckDBConnection connection, Statement statement, ResultSet rows, List<Field> fields) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
        this.fields = fields;
    }

    /** How a column is fetched. */
    private enum Way {
        AS_IT_IS,
        MICROSECONDS,
        BASE64,
        JSON;

        static Way of(String type) {
            if (type.startsWith("TIMESTAMP") || type.equals("DATE")) {
                return MICROSECONDS;
            }
            if (type.equals("BLOB")) {
                return BASE64;
            }
            boolean isNested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
            return isNested || type.startsWith("TIME") || type.equals("HUGEINT") || type.equals("INTERVAL")
                    ? JSON
                    : AS_IT_IS;
        }
    }

    private record Field(String name, Way way) {
        String sql() {
            String value = "\"" + name.replace("\"", "\"\"") + "\"";
            return switch (way) {
                case AS_IT_IS -> value;
                case MICROSECONDS -> "epoch_us(" + value + ")";
                case BASE64 -> "base64(" + value + ")";
                case JSON -> "to_json(" + value + ")::VARCHAR";
            };
        }

        Object value(ResultSet rows, int column) throws SQLException {
            Object found = rows.getObject(column);
            if (found == null) {
                return null;
            }
            return switch (way) {
                case AS_IT_IS -> found;
                case MICROSECONDS -> Instant.EPOCH.plus(((Number) found).longValue(), ChronoUnit.MICROS);
                case BASE64 -> Base64.getDecoder().decode(found.toString());
                case JSON -> Json.read(found.toString());
            };
        }
    }

    /** @param connection is closed with the records */
    static ParquetRecords open(DuckDBConnection connection, Path file) {
        try {
            String source = ParquetToSql.source(file);
            List<Field> fields = ParquetToSql.types(connection, source).entrySet().stream()
                    .map(column -> new Field(column.getKey(), Way.of(column.getValue())))
                    .toList();
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(
                    fields.stream().map(Field::sql).collect(Collectors.joining(", ", "SELECT ", " FROM " + source)));
            return new ParquetRecords(connection, statement, rows, fields);
        } catch (SQLException e) {
            Sql.close(connection);
            throw Failures.ofData("the Parquet file cannot be read", e);
        }
    }

    @Override
    public Map<?, ?> next() {
        try {
            if (!rows.next()) {
                return null;
            }
            Map<String, Object> record = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                record.put(fields.get(i).name(), fields.get(i).value(rows, i + 1));
            }
            return record;
        } catch (SQLException e) {
            throw Failures.ofData("the Parquet file cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw Failures.of("ending the reading of a Parquet file", e);
        } finally {
            Sql.close(connection);
        }
    }
}
