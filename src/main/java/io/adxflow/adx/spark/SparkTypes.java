package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The values of ADX in Spark. A datetime and an interval lose their seventh digit (100 ns), a decimal is rounded to 18
 * digits after the point; guid and dynamic are texts, and so is a timespan unless intervals are wanted.
 */
final class SparkTypes {
    private static final String ADX_TYPE = "adx.type";
    static final int PRECISION = 38;
    static final int SCALE = 18;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private SparkTypes() {}

    /** The schema of a result. Each field remembers its type in ADX, as several of them are one in Spark. */
    static StructType schema(List<ReadColumn> columns) {
        StructType schema = new StructType();
        for (ReadColumn column : columns) {
            Metadata origin = new MetadataBuilder()
                    .putString(ADX_TYPE, column.type().adx().kql())
                    .build();
            schema = schema.add(column.name(), column.type().spark(), true, origin);
        }
        return schema;
    }

    /** The columns that a schema of {@link #schema} was made from; empty for any other schema. */
    static Optional<List<ReadColumn>> columns(StructType schema) {
        List<StructField> fields = List.of(schema.fields());
        return fields.stream().allMatch(field -> field.metadata().contains(ADX_TYPE))
                ? Optional.of(fields.stream().map(SparkTypes::column).toList())
                : Optional.empty();
    }

    private static ReadColumn column(StructField field) {
        AdxType type = AdxType.named(field.metadata().getString(ADX_TYPE));
        return new ReadColumn(field.name(), ReadType.of(type, field.dataType() instanceof DayTimeIntervalType));
    }

    /** The microseconds in which Spark counts time. */
    static long micros(long epochSecond, int nanos) {
        return Math.addExact(Math.multiplyExact(epochSecond, MICROS_PER_SECOND), nanos / NANOS_PER_MICRO);
    }

    /** @throws ArithmeticException if it has more than 20 digits before the point */
    static Decimal decimal(BigDecimal value) {
        BigDecimal scaled = value.setScale(SCALE, RoundingMode.HALF_UP);
        if (scaled.precision() > PRECISION) {
            throw new ArithmeticException("the decimal " + value + " does not fit into decimal(38,18)");
        }
        return Decimal.apply(scaled, PRECISION, SCALE);
    }
}
