package io.adxflow.emulator.ingest;

import io.adxflow.base.json.Json;
import io.adxflow.kql.language.KqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of records as values of columns. What does not fit reads as null, or as the empty string, and the row stays. */
final class Values {
    private static final long EPOCH_TICKS = 621_355_968_000_000_000L;
    private static final long TICKS_PER_SECOND = 10_000_000;
    private static final int NANOS_PER_TICK = 100;

    private Values() {}

    static Object stored(KqlType type, Object value) {
        if (value == null || value instanceof byte[]) {
            return type == KqlType.STRING ? "" : null;
        }
        if (value instanceof Instant moment) {
            return type == KqlType.DATETIME ? (Object) ticks(moment) : ofText(type, moment.toString());
        }
        if (type == KqlType.DYNAMIC) {
            return value instanceof String text ? Cells.read(type, text) : Json.write(tree(value));
        }
        return ofText(
                type, value instanceof Map || value instanceof List ? Json.write(tree(value)) : text(type, value));
    }

    /** A JSON value: a text in it stays a text where the column is dynamic, whatever it looks like. */
    static Object storedJson(KqlType type, Object value) {
        if (value == null || value instanceof Instant) {
            return stored(type, value);
        }
        if (type == KqlType.DYNAMIC) {
            return Json.write(value);
        }
        return ofText(type, value instanceof String text ? text : Json.write(value));
    }

    static Instant fromUnix(Object value, long nanosPerUnit) {
        try {
            BigDecimal nanos = new BigDecimal(String.valueOf(value).strip()).multiply(BigDecimal.valueOf(nanosPerUnit));
            BigInteger[] parts = nanos.toBigInteger().divideAndRemainder(BigInteger.valueOf(1_000_000_000));
            return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    private static Object ofText(KqlType type, String text) {
        return Cells.read(type, text.toCharArray(), 0, text.length());
    }

    private static String text(KqlType type, Object value) {
        boolean isWhole = type == KqlType.LONG || type == KqlType.INT;
        if (isWhole && (value instanceof Double || value instanceof Float || value instanceof BigDecimal)) {
            return Double.isFinite(((Number) value).doubleValue())
                    ? new BigDecimal(value.toString()).toBigInteger().toString()
                    : "";
        }
        if (type == KqlType.BOOL && value instanceof Number number) {
            return number.doubleValue() == 0 ? "false" : "true";
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static long ticks(Instant moment) {
        return moment.getEpochSecond() * TICKS_PER_SECOND + moment.getNano() / NANOS_PER_TICK + EPOCH_TICKS;
    }

    /** With what JSON has no type for as text. */
    private static Object tree(Object value) {
        if (value instanceof Map<?, ?> members) {
            Map<String, Object> tree = new LinkedHashMap<>();
            members.forEach((name, member) -> tree.put(name.toString(), tree(member)));
            return tree;
        }
        if (value instanceof List<?> list) {
            List<Object> tree = new ArrayList<>();
            list.forEach(element -> tree.add(tree(element)));
            return tree;
        }
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value;
    }
}
