package io.adxflow.emulator.protocol;

import io.adxflow.base.json.JsonWriter;
import io.adxflow.kql.language.KqlType;
import java.io.IOException;
import java.math.BigDecimal;

/** Values as Kusto writes them in both versions of its answers: decimals and times as texts, dynamic as JSON. */
public final class WireValue {
    private WireValue() {}

    /** @param value as {@link io.adxflow.emulator.store.Rows#value} gives it */
    static void write(JsonWriter writer, KqlType type, Object value) throws IOException {
        if (value == null) {
            writer.value(type == KqlType.STRING ? "" : (Object) null);
            return;
        }
        switch (type) {
            case BOOL, INT, LONG, REAL -> writer.value(value);
            case DECIMAL -> writer.value(decimal((BigDecimal) value));
            case STRING, GUID -> writer.value(value.toString());
            case DATETIME -> writer.value(WireTime.datetime((Long) value));
            case TIMESPAN -> writer.value(WireTime.timespan((Long) value));
            case DYNAMIC -> writer.json((String) value);
        }
    }

    /** The name of the .NET type that stands beside a column in version 1. */
    static String dataType(KqlType type) {
        return switch (type) {
            case BOOL -> "SByte";
            case INT -> "Int32";
            case LONG -> "Int64";
            case REAL -> "Double";
            case DECIMAL -> "SqlDecimal";
            case STRING -> "String";
            case DATETIME -> "DateTime";
            case TIMESPAN -> "TimeSpan";
            case GUID -> "Guid";
            case DYNAMIC -> "Object";
        };
    }

    private static String decimal(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
