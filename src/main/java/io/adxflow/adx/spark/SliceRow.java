package io.adxflow.adx.spark;

import io.adxflow.adx.client.RowSink;
import io.adxflow.adx.client.TimespanText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/** The row of a slice that was read last, in the bytes in which Spark keeps rows. There is one, which is used again. */
final class SliceRow implements RowSink {
    private final UnsafeRowWriter writer;
    private final ReadType[] types;

    SliceRow(List<ReadColumn> columns) {
        this.types = columns.stream().map(ReadColumn::type).toArray(ReadType[]::new);
        this.writer = new UnsafeRowWriter(types.length);
    }

    /** Forgets the last row. */
    void reset() {
        writer.reset();
        writer.zeroOutNullBytes();
    }

    InternalRow row() {
        return writer.getRow();
    }

    @Override
    public void ofNull(int column) {
        if (types[column] == ReadType.DECIMAL) {
            writer.write(column, (Decimal) null, SparkTypes.PRECISION, SparkTypes.SCALE);
        } else {
            writer.setNullAt(column);
        }
    }

    @Override
    public void ofBool(int column, boolean value) {
        writer.write(column, value);
    }

    @Override
    public void ofInt(int column, int value) {
        writer.write(column, value);
    }

    @Override
    public void ofLong(int column, long value) {
        writer.write(column, value);
    }

    @Override
    public void ofReal(int column, double value) {
        writer.write(column, value);
    }

    /** @throws ArithmeticException if it has more than 20 digits before the point */
    @Override
    public void ofDecimal(int column, BigDecimal value) {
        writer.write(column, SparkTypes.decimal(value), SparkTypes.PRECISION, SparkTypes.SCALE);
    }

    @Override
    public void ofText(int column, byte[] bytes, int from, int length) {
        writer.write(column, bytes, from, length);
    }

    @Override
    public void ofDatetime(int column, long epochSecond, int nanos) {
        writer.write(column, SparkTypes.micros(epochSecond, nanos));
    }

    @Override
    public void ofTimespan(int column, Duration value) {
        if (types[column] == ReadType.INTERVAL) {
            writer.write(column, IntervalMicros.of(value));
        } else {
            text(column, TimespanText.of(value));
        }
    }

    @Override
    public void ofGuid(int column, UUID value) {
        text(column, value.toString());
    }

    private void text(int column, String text) {
        writer.write(column, UTF8String.fromString(text));
    }
}
