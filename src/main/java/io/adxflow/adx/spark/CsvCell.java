package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxType;
import io.adxflow.adx.client.TimespanText;
import io.adxflow.base.json.Json;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Which types of Spark a column of ADX takes, and the text of one value. */
final class CsvCell {
    private static final Set<Class<?>> SMALL = Set.of(ByteType.class, ShortType.class, IntegerType.class);
    private static final int DIGITS = 34;
    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private CsvCell() {}

    /** Whether every value of the source means the same in the target. */
    static boolean fits(DataType source, AdxType target) {
        boolean whole = SMALL.contains(family(source));
        boolean text = source instanceof StringType;
        if (source instanceof NullType) {
            return true;
        }
        return switch (target) {
            case BOOL -> source instanceof BooleanType;
            case INT -> whole;
            case LONG -> whole || source instanceof LongType;
            case REAL -> source instanceof DoubleType || source instanceof FloatType;
            case DECIMAL -> source instanceof DecimalType || whole || source instanceof LongType;
            case STRING -> text || source instanceof BinaryType;
            case DATETIME -> source instanceof TimestampType
                    || source instanceof TimestampNTZType
                    || source instanceof DateType;
            case TIMESPAN -> text || source instanceof DayTimeIntervalType;
            case GUID -> text;
            case DYNAMIC -> text || DynamicValue.fits(source);
        };
    }

    /** Texts are quoted always, which tells an empty one from a null. */
    static boolean isQuoted(AdxType target) {
        return target == AdxType.STRING || target == AdxType.DYNAMIC;
    }

    /** @throws IllegalArgumentException if the target has no such value; ADX would store another without a word */
    static String text(DataType source, AdxType target, Object value) {
        return switch (target) {
            case BOOL, INT, LONG -> value.toString();
            case REAL -> Double.toString(((Number) value).doubleValue());
            case DECIMAL -> decimal(value).toPlainString();
            case STRING -> source instanceof BinaryType ? base64(value) : ExactText.of(value);
            case DATETIME -> source instanceof DateType
                    ? DatetimeText.ofDay((Integer) value)
                    : DatetimeText.ofMicros((Long) value);
            case TIMESPAN -> source instanceof StringType
                    ? TimespanText.of(IntervalMicros.checked(TimespanText.parse(value.toString())))
                    : IntervalMicros.text((Long) value);
            case GUID -> checkedGuid(value.toString());
            case DYNAMIC -> source instanceof StringType
                    ? DynamicText.of(ExactText.of(value))
                    : Json.write(DynamicValue.of(source, value));
        };
    }

    /** {@code StringType} and others are singletons whose class is an object of Scala. */
    private static Class<?> family(DataType type) {
        Class<?> own = type.getClass();
        return own.getName().endsWith("$") ? own.getSuperclass() : own;
    }

    /** ADX keeps 34 digits, and reading back 20 before the point and 18 behind it. */
    private static BigDecimal decimal(Object value) {
        if (!(value instanceof Decimal decimal)) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        BigDecimal exact = decimal.toJavaBigDecimal();
        BigDecimal shortest = exact.stripTrailingZeros();
        boolean fits = shortest.precision() <= DIGITS
                && shortest.scale() <= SparkTypes.SCALE
                && shortest.precision() - shortest.scale() <= SparkTypes.PRECISION - SparkTypes.SCALE;
        if (!fits) {
            throw new IllegalArgumentException("a decimal has at most " + DIGITS + " digits, " + SparkTypes.SCALE
                    + " of them behind the point and 20 before it, found " + exact.toPlainString());
        }
        return exact;
    }

    private static String base64(Object value) {
        return Base64.getEncoder().encodeToString((byte[]) value);
    }

    private static String checkedGuid(String text) {
        if (!GUID.matcher(text).matches()) {
            throw new IllegalArgumentException("not a guid: '" + text + "'");
        }
        return text;
    }
}
