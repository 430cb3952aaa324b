package io.adxflow.adx.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.CalendarIntervalType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.UserDefinedType;
import org.apache.spark.sql.types.YearMonthIntervalType;

/**
 * Nested values of Spark as JSON values. Fields without a value are left out, entries of maps and elements of arrays are
 * not; decimals, intervals and reals that JSON has no number for are texts, binaries base64.
 */
final class DynamicValue {
    private DynamicValue() {}

    /** Whether every value of a struct, an array or a map can be told from its JSON. */
    static boolean fits(DataType type) {
        return isNested(type) && fitsInside(type);
    }

    private static boolean isNested(DataType type) {
        return type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
    }

    private static boolean fitsInside(DataType type) {
        if (type instanceof StructType struct) {
            return Arrays.stream(struct.fields()).allMatch(field -> fitsInside(field.dataType()));
        }
        if (type instanceof ArrayType array) {
            return fitsInside(array.elementType());
        }
        if (type instanceof MapType map) {
            return !isNested(map.keyType()) && fitsInside(map.keyType()) && fitsInside(map.valueType());
        }
        return !(type instanceof YearMonthIntervalType
                || type instanceof CalendarIntervalType
                || type instanceof UserDefinedType<?>);
    }

    static Object of(DataType type, Object value) {
        if (value == null) {
            return null;
        }
        if (type instanceof StructType struct) {
            return object(struct, (InternalRow) value);
        }
        if (type instanceof ArrayType array) {
            return list(array.elementType(), (ArrayData) value);
        }
        if (type instanceof MapType map) {
            return entries(map, (MapData) value);
        }
        return scalar(type, value);
    }

    private static Object scalar(DataType type, Object value) {
        if (type instanceof TimestampType || type instanceof TimestampNTZType) {
            return DatetimeText.ofMicros((Long) value);
        }
        if (type instanceof DateType) {
            return DatetimeText.ofDay((Integer) value);
        }
        if (type instanceof DayTimeIntervalType) {
            return IntervalMicros.text((Long) value);
        }
        if (type instanceof BinaryType) {
            return Base64.getEncoder().encodeToString((byte[]) value);
        }
        if (value instanceof Decimal decimal) {
            return decimal.toJavaBigDecimal().toPlainString();
        }
        if (value instanceof Float || value instanceof Double) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? (Object) number : Double.toString(number);
        }
        return value instanceof Number || value instanceof Boolean ? value : ExactText.of(value);
    }

    private static Map<String, Object> object(StructType type, InternalRow row) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < type.fields().length; i++) {
            StructField field = type.fields()[i];
            if (!row.isNullAt(i)) {
                object.put(field.name(), of(field.dataType(), row.get(i, field.dataType())));
            }
        }
        return object;
    }

    private static List<Object> list(DataType type, ArrayData array) {
        List<Object> list = new ArrayList<>(array.numElements());
        for (int i = 0; i < array.numElements(); i++) {
            list.add(array.isNullAt(i) ? null : of(type, array.get(i, type)));
        }
        return list;
    }

    private static Map<String, Object> entries(MapType type, MapData map) {
        Map<String, Object> entries = new LinkedHashMap<>();
        List<Object> keys = list(type.keyType(), map.keyArray());
        List<Object> values = list(type.valueType(), map.valueArray());
        for (int i = 0; i < keys.size(); i++) {
            entries.put(String.valueOf(keys.get(i)), values.get(i));
        }
        return entries;
    }
}
