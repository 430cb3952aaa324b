package io.adxflow.emulator.duckdb;

import io.adxflow.kql.language.KqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBValue;

/**
 * The scans of external files that queries name by their numbers, and the table function that DuckDB reads them with: row by
 * row as the query asks, and only the columns that it needs.
 */
final class ExternalScans implements DuckDBTableFunction<ExternalScan, ExternalCursor, Object> {
    static final String FUNCTION = "adx_external_rows";

    private final AtomicLong last = new AtomicLong();
    private final Map<Long, ExternalScan> scans = new ConcurrentHashMap<>();

    /** Call it once per database; connections duplicated from one see the function too. */
    void register(Connection connection) throws SQLException {
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(FUNCTION)
                    .withParameter(DuckDBLogicalType.of(DuckDBColumnType.BIGINT))
                    .withProjectionPushdown()
                    .withFunction(this)
                    .register(connection);
        }
    }

    long add(ExternalScan scan) {
        long number = last.incrementAndGet();
        scans.put(number, scan);
        return number;
    }

    void remove(List<Long> numbers) {
        numbers.forEach(scans::remove);
    }

    @Override
    public ExternalScan bind(DuckDBTableFunctionBindInfo info) throws SQLException {
        ExternalScan scan;
        try (DuckDBValue number = info.getParameter(0)) {
            scan = scans.get(number.getLong());
        }
        if (scan == null) {
            throw new SQLException("there is no such scan of external files");
        }
        List<KqlType> types = scan.types();
        for (int i = 0; i < types.size(); i++) {
            info.addResultColumn("c" + i, duckDbType(types.get(i)));
        }
        return scan;
    }

    private static DuckDBLogicalType duckDbType(KqlType type) throws SQLException {
        return switch (type) {
            case BOOL -> DuckDBLogicalType.of(DuckDBColumnType.BOOLEAN);
            case INT -> DuckDBLogicalType.of(DuckDBColumnType.INTEGER);
            case LONG, DATETIME, TIMESPAN -> DuckDBLogicalType.of(DuckDBColumnType.BIGINT);
            case REAL -> DuckDBLogicalType.of(DuckDBColumnType.DOUBLE);
            case DECIMAL -> DuckDBLogicalType.decimal(38, DuckDbTypes.DECIMAL_SCALE);
            case STRING, DYNAMIC, GUID -> DuckDBLogicalType.of(DuckDBColumnType.VARCHAR);
        };
    }

    @Override
    public ExternalCursor init(DuckDBTableFunctionInitInfo info) {
        int[] columns = new int[(int) info.getColumnCount()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = (int) info.getColumnIndex(i);
        }
        info.setMaxThreads(1);
        ExternalScan scan = info.getBindData();
        return new ExternalCursor(scan, columns);
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter output) throws Exception {
        ExternalCursor cursor = info.getInitData();
        return cursor.write(output);
    }
}
