package io.adxflow.kql.function;

import io.adxflow.kql.value.Json;
import io.adxflow.kql.value.NumberText;
import io.adxflow.kql.value.Ticks;
import java.util.List;
import java.util.Map;

/** What a dynamic value is and what it converts to. Values come as JSON text; null is the null of every type. */
final class DynamicValue {
    private DynamicValue() {}

    static Long toLong(String json) {
        Object value = Json.read(json);
        if (value instanceof Double real) {
            return real.isNaN() || Math.abs(real) >= 0x1p63 ? null : Long.valueOf(real.longValue());
        }
        if (value instanceof Boolean bool) {
            return bool ? 1L : 0L;
        }
        return value instanceof String text ? NumberText.readLong(text) : (Long) onlyNumber(value);
    }

    static Double toReal(String json) {
        Object value = Json.read(json);
        if (value instanceof Boolean bool) {
            return bool ? 1.0 : 0.0;
        }
        if (value instanceof String text) {
            return NumberText.readReal(text);
        }
        Number number = onlyNumber(value);
        return number == null ? null : Double.valueOf(number.doubleValue());
    }

    static Long toDatetime(String json) {
        Object value = Json.read(json);
        if (value instanceof String text) {
            return ConversionFunctions.datetime(text);
        }
        return value instanceof Long ticks ? Ticks.datetimeOrNull(ticks) : null;
    }

    static Long toTimespan(String json) {
        Object value = Json.read(json);
        if (value instanceof String text) {
            return ConversionFunctions.timespan(text);
        }
        return value instanceof Long ticks ? ticks : null;
    }

    /** As {@code gettype()} says. */
    static String type(String json) {
        Object value = Json.read(json);
        if (value instanceof Map) {
            return "dictionary";
        }
        if (value instanceof List) {
            return "array";
        }
        if (value instanceof Number) {
            return value instanceof Long ? "long" : "real";
        }
        return value == null ? "null" : value instanceof String ? "string" : "bool";
    }

    private static Number onlyNumber(Object value) {
        return value instanceof Number number ? number : null;
    }
}
