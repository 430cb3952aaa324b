package io.adxflow.emulator.avro;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/** Avro's values as those of {@link io.adxflow.emulator.store.Records}. */
final class AvroValues {
    private static final long SECONDS_PER_DAY = 86_400;

    private AvroValues() {}

    static Object plain(Schema schema, Object value) {
        if (value == null) {
            return null;
        }
        return switch (schema.getType()) {
            case UNION -> plain(schema.getTypes().get(GenericData.get().resolveUnion(schema, value)), value);
            case RECORD -> record(schema, (IndexedRecord) value);
            case ARRAY -> list(schema.getElementType(), (Collection<?>) value);
            case MAP -> map(schema.getValueType(), (Map<?, ?>) value);
            case BYTES -> bytes(schema.getLogicalType(), bytes((ByteBuffer) value));
            case FIXED -> bytes(schema.getLogicalType(), ((GenericFixed) value).bytes());
            case INT, LONG -> integer(schema.getLogicalType(), (Number) value);
            case STRING -> text(schema.getLogicalType(), value.toString());
            case ENUM -> value.toString();
            case BOOLEAN, FLOAT, DOUBLE -> value;
            case NULL -> null;
        };
    }

    private static Map<String, Object> record(Schema schema, IndexedRecord record) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Schema.Field field : schema.getFields()) {
            members.put(field.name(), plain(field.schema(), record.get(field.pos())));
        }
        return members;
    }

    private static List<Object> list(Schema element, Collection<?> values) {
        List<Object> list = new ArrayList<>();
        values.forEach(value -> list.add(plain(element, value)));
        return list;
    }

    private static Map<String, Object> map(Schema element, Map<?, ?> values) {
        Map<String, Object> map = new LinkedHashMap<>();
        values.forEach((name, value) -> map.put(name.toString(), plain(element, value)));
        return map;
    }

    private static Object bytes(LogicalType type, byte[] bytes) {
        return type instanceof LogicalTypes.Decimal decimal
                ? new BigDecimal(new BigInteger(bytes), decimal.getScale())
                : bytes;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** Dates and moments become instants; times of a day stay numbers, for the service has no type for them. */
    private static Object integer(LogicalType type, Number value) {
        String name = type == null ? "" : type.getName();
        long number = value.longValue();
        return switch (name) {
            case "date" -> Instant.ofEpochSecond(number * SECONDS_PER_DAY);
            case "timestamp-millis", "local-timestamp-millis" -> Instant.ofEpochMilli(number);
            case "timestamp-micros", "local-timestamp-micros" -> Instant.EPOCH.plus(number, ChronoUnit.MICROS);
            case "timestamp-nanos", "local-timestamp-nanos" -> Instant.EPOCH.plus(number, ChronoUnit.NANOS);
            default -> value;
        };
    }

    private static Object text(LogicalType type, String text) {
        return type != null && type.getName().equals("uuid") ? UUID.fromString(text) : text;
    }
}
