package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.ParquetOptions;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the statement that exports rows as Parquet, with the types of the service: a datetime is a moment in microseconds, a
 * timespan its ticks, dynamic and guid are text.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/export-data-to-storage">Export data to storage</a>
 */
final class SqlToParquet {
    private static final long EPOCH_MICROS = 62_135_596_800_000_000L;

    private SqlToParquet() {}

    static String copy(Schema schema, String sql, ParquetOptions options, Path folder) {
        String names = IntStream.range(0, schema.columns().size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", "));
        String columns = IntStream.range(0, schema.columns().size())
                .mapToObj(i -> exported(schema.columns().get(i), "c" + i))
                .collect(Collectors.joining(", "));
        return "COPY (SELECT " + columns + " FROM (" + sql + ") AS r(" + names + ")) TO "
                + Relations.text(folder.toString()) + " (FORMAT parquet, COMPRESSION " + options.compression()
                + ", ROW_GROUP_SIZE " + options.rowGroupSize() + ", FILE_SIZE_BYTES " + options.fileBytes() + ")";
    }

    /** How many rows each file of a folder has. */
    static String rows(Path folder) {
        return "SELECT file_name, num_rows FROM parquet_file_metadata(" + Relations.text(folder + "/*.parquet") + ")";
    }

    private static String exported(Column column, String value) {
        String converted =
                switch (column.type()) {
                    case DATETIME -> "TIMESTAMPTZ '1970-01-01 00:00:00+00' + to_microseconds(CAST(" + value
                            + " AS BIGINT) // 10 - " + EPOCH_MICROS + ")";
                    case STRING -> "coalesce(CAST(" + value + " AS VARCHAR), '')";
                    case GUID -> "CAST(" + value + " AS VARCHAR)";
                    case BOOL, INT, LONG, REAL, DECIMAL, TIMESPAN, DYNAMIC -> "CAST(" + value + " AS "
                            + DuckDbTypes.sqlType(column.type()) + ")";
                };
        return converted + " AS \"" + column.name().replace("\"", "\"\"") + "\"";
    }
}
