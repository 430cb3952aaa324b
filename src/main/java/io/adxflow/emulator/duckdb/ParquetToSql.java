package io.adxflow.emulator.duckdb;

import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the statement that reads a Parquet file as the columns of a table. Which types convert is what the page of the
 * mapping says; no type of Parquet becomes a timespan.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/parquet-mapping">Parquet mapping</a>
 */
final class ParquetToSql {
    private static final long EPOCH_TICKS = 621_355_968_000_000_000L;

    /** Text that is JSON is the value that it says, other text is a string. */
    private static final String JSON = "kql_parse_json(%s)";

    private ParquetToSql() {}

    static String select(Connection connection, Schema schema, Path file) throws SQLException {
        String source = source(file);
        return "SELECT " + columns(schema, types(connection, source)) + " FROM " + source;
    }

    /** The columns of a table, from those of a file with these types. */
    static String columns(Schema schema, Map<String, String> types) {
        return schema.columns().stream()
                .map(column -> types.containsKey(column.name())
                        ? converted(column, types.get(column.name()))
                        : DuckDbTypes.absent(column.type()))
                .collect(Collectors.joining(", "));
    }

    static String source(Path file) {
        return "read_parquet(" + Relations.text(file.toString()) + ")";
    }

    /** The types of the columns by their names, in order. */
    static Map<String, String> types(Connection connection, String source) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet column = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (column.next()) {
                types.put(column.getString(1), column.getString(2));
            }
        }
        return types;
    }

    private static String converted(Column column, String type) {
        String value = "\"" + column.name().replace("\"", "\"\"") + "\"";
        boolean isTime = type.startsWith("TIMESTAMP") || type.equals("DATE");
        boolean isNested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
        boolean isReal = type.equals("DOUBLE") || type.equals("FLOAT") || type.startsWith("DECIMAL");
        KqlType target = column.type();
        if (isTime) {
            return switch (target) {
                case DATETIME -> ticks(value, type);
                case STRING -> "coalesce(strftime(" + value + "::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%f0Z'), '')";
                default -> DuckDbTypes.absent(target);
            };
        }
        if (isNested || type.equals("BLOB")) {
            return target == KqlType.DYNAMIC && isNested
                    ? "to_json(" + value + ")::VARCHAR"
                    : DuckDbTypes.absent(target);
        }
        return switch (target) {
            case DATETIME, TIMESPAN -> DuckDbTypes.absent(target);
            case STRING -> "coalesce(" + value + "::VARCHAR, '')";
            case DYNAMIC -> type.equals("VARCHAR") ? JSON.formatted(value) : "to_json(" + value + ")::VARCHAR";
            case INT, LONG -> "TRY_CAST(" + (isReal ? "trunc(" + value + ")" : value) + " AS "
                    + DuckDbTypes.sqlType(target) + ")";
            case BOOL, REAL, DECIMAL, GUID -> "TRY_CAST(" + value + " AS " + DuckDbTypes.sqlType(target) + ")";
        };
    }

    /** What is finer than a tick is cut off, before 1970 too, where the division of DuckDB would go up. */
    private static String ticks(String value, String type) {
        return type.equals("TIMESTAMP_NS")
                ? "(epoch_ns(%1$s) - (epoch_ns(%1$s) %% 100 + 100) %% 100) // 100 + %2$d".formatted(value, EPOCH_TICKS)
                : "epoch_us(" + value + ") * 10 + " + EPOCH_TICKS;
    }
}
