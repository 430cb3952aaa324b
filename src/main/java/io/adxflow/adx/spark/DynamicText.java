package io.adxflow.adx.spark;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Texts for columns of type dynamic: JSON is taken as it is, and what is no JSON is a dynamic string. ADX keeps whole
 * numbers as long and others as real, and one value for each name, so JSON with more than that is refused.
 */
final class DynamicText {
    private DynamicText() {}

    /** @throws IllegalArgumentException if ADX would keep other numbers or fewer members */
    static String of(String text) {
        Object value;
        try {
            value = Json.readStrict(text);
        } catch (JsonException notJson) {
            return quoted(text);
        }
        check(value);
        return text;
    }

    private static String quoted(String text) {
        try {
            Json.read(text);
        } catch (JsonException notJson) {
            return Json.write(text);
        }
        throw new IllegalArgumentException("an object has each name once, found " + text);
    }

    private static void check(Object value) {
        if (value instanceof Map<?, ?> object) {
            object.values().forEach(DynamicText::check);
        } else if (value instanceof List<?> list) {
            list.forEach(DynamicText::check);
        } else if (value instanceof BigInteger || value instanceof BigDecimal decimal && !isReal(decimal)) {
            throw new IllegalArgumentException("a number is a long or a real, found " + value);
        }
    }

    private static boolean isReal(BigDecimal number) {
        double real = number.doubleValue();
        return Double.isFinite(real) && new BigDecimal(Double.toString(real)).compareTo(number) == 0;
    }
}
