package io.adxflow.emulator.duckdb;

import io.adxflow.kql.language.KqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.UUID;
import org.duckdb.DuckDBAppender;

/** How the types of KQL are stored, and how their values travel. */
final class DuckDbTypes {
    static final int DECIMAL_SCALE = 18;

    private DuckDbTypes() {}

    static String sqlType(KqlType type) {
        return switch (type) {
            case BOOL -> "BOOLEAN";
            case INT -> "INTEGER";
            case LONG, DATETIME, TIMESPAN -> "BIGINT";
            case REAL -> "DOUBLE";
            case DECIMAL -> "DECIMAL(38," + DECIMAL_SCALE + ")";
            case STRING, DYNAMIC -> "VARCHAR";
            case GUID -> "UUID";
        };
    }

    /** What a column reads as in rows that were written before there was such a column. */
    static String absent(KqlType type) {
        return type == KqlType.STRING ? "''" : "NULL::" + sqlType(type);
    }

    /** A value that DuckDB answered, as the type of its column has it. */
    static Object value(KqlType type, Object answered) {
        if (answered == null) {
            return type == KqlType.STRING ? "" : null;
        }
        return switch (type) {
            case INT -> ((Number) answered).intValue();
            case LONG, DATETIME, TIMESPAN -> ((Number) answered).longValue();
            case REAL -> ((Number) answered).doubleValue();
            case BOOL, DECIMAL, GUID -> answered;
            case STRING, DYNAMIC -> answered.toString();
        };
    }

    static void append(DuckDBAppender appender, KqlType type, Object value) throws SQLException {
        if (value == null && type != KqlType.STRING) {
            appender.appendNull();
            return;
        }
        switch (type) {
            case BOOL -> appender.append((boolean) (Boolean) value);
            case INT -> appender.append((int) (Integer) value);
            case LONG, DATETIME, TIMESPAN -> appender.append((long) (Long) value);
            case REAL -> appender.append((double) (Double) value);
            case DECIMAL -> appender.append(((BigDecimal) value).setScale(DECIMAL_SCALE, RoundingMode.HALF_EVEN));
            case STRING -> appender.append(value == null ? "" : (String) value);
            case DYNAMIC -> appender.append((String) value);
            case GUID -> appender.append((UUID) value);
        }
    }
}
