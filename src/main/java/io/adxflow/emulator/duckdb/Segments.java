package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.RowSource;
import io.adxflow.emulator.store.Segment;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The DuckDB tables that hold rows. Each is written once, in the transaction of the connection that is given. */
final class Segments {
    private static final int CELL_BYTES = 8;

    private final AtomicLong last;

    Segments(long last) {
        this.last = new AtomicLong(last);
    }

    /** Stores the rows of a source. */
    Segment write(DuckDBConnection connection, Schema schema, RowSource rows) throws SQLException {
        long number = last.incrementAndGet();
        execute(connection, "CREATE TABLE " + Relations.segmentName(number) + " (" + declarations(schema) + ")");
        long count = 0;
        try (DuckDBAppender appender = connection.createAppender("data", "x_" + number)) {
            List<KqlType> types = schema.columns().stream().map(Column::type).toList();
            while (rows.next()) {
                append(appender, types, rows);
                count++;
            }
        }
        return new Segment(number, schema, count, bytes(schema, count), false);
    }

    /** Stores the rows of a statement whose columns are those of the schema, by position. */
    Segment save(DuckDBConnection connection, Schema schema, String sql) throws SQLException {
        String stored = IntStream.range(0, schema.columns().size())
                .mapToObj(i -> stored(i, schema.columns().get(i).type()))
                .collect(Collectors.joining(", "));
        return create(
                connection, schema, false, "SELECT " + stored + " FROM (" + sql + ") AS r(" + names(schema) + ")");
    }

    /** Stores the rows of extents of a table, each with its own ingestion time. */
    Segment merge(DuckDBConnection connection, Schema schema, String relation) throws SQLException {
        return create(
                connection, schema, true, "SELECT " + names(schema) + ", x_ingested AS x_time FROM (" + relation + ")");
    }

    /** Stores the rows of a segment but those whose numbers a statement answers. */
    Segment without(DuckDBConnection connection, Segment segment, String numbers) throws SQLException {
        return create(
                connection,
                segment.schema(),
                segment.isTimed(),
                "SELECT * FROM " + Relations.segmentName(segment.number()) + " WHERE rowid NOT IN (" + numbers + ")");
    }

    void drop(DuckDBConnection connection, long number) throws SQLException {
        execute(connection, "DROP TABLE IF EXISTS " + Relations.segmentName(number));
    }

    private Segment create(DuckDBConnection connection, Schema schema, boolean isTimed, String select)
            throws SQLException {
        long number = last.incrementAndGet();
        execute(connection, "CREATE TABLE " + Relations.segmentName(number) + " AS " + select);
        long count = count(connection, number);
        return new Segment(number, schema, count, bytes(schema, count), isTimed);
    }

    private static void append(DuckDBAppender appender, List<KqlType> types, RowSource rows) throws SQLException {
        appender.beginRow();
        for (int i = 0; i < types.size(); i++) {
            DuckDbTypes.append(appender, types.get(i), rows.value(i));
        }
        appender.endRow();
    }

    private static long count(DuckDBConnection connection, long number) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT count(*) FROM " + Relations.segmentName(number))) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String declarations(Schema schema) {
        return IntStream.range(0, schema.columns().size())
                .mapToObj(i -> "c" + i + " "
                        + DuckDbTypes.sqlType(schema.columns().get(i).type()))
                .collect(Collectors.joining(", "));
    }

    private static String names(Schema schema) {
        return IntStream.range(0, schema.columns().size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", "));
    }

    private static String stored(int position, KqlType type) {
        String name = "c" + position;
        String cast = "CAST(" + name + " AS " + DuckDbTypes.sqlType(type) + ")";
        return (type == KqlType.STRING ? "coalesce(" + cast + ", '')" : cast) + " AS " + name;
    }

    private static long bytes(Schema schema, long rows) {
        return rows * schema.columns().size() * CELL_BYTES;
    }
}
