package io.adxflow.adx.client;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A row of the Java values that {@link AdxType} names. */
final class ObjectRow implements RowSink {
    private final Object[] values;

    ObjectRow(int columns) {
        this.values = new Object[columns];
    }

    Object[] values() {
        return values;
    }

    @Override
    public void ofNull(int column) {
        values[column] = null;
    }

    @Override
    public void ofBool(int column, boolean value) {
        values[column] = value;
    }

    @Override
    public void ofInt(int column, int value) {
        values[column] = value;
    }

    @Override
    public void ofLong(int column, long value) {
        values[column] = value;
    }

    @Override
    public void ofReal(int column, double value) {
        values[column] = value;
    }

    @Override
    public void ofDecimal(int column, BigDecimal value) {
        values[column] = value;
    }

    @Override
    public void ofText(int column, byte[] bytes, int from, int length) {
        values[column] = new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    @Override
    public void ofDatetime(int column, long epochSecond, int nanos) {
        values[column] = Instant.ofEpochSecond(epochSecond, nanos);
    }

    @Override
    public void ofTimespan(int column, Duration value) {
        values[column] = value;
    }

    @Override
    public void ofGuid(int column, UUID value) {
        values[column] = value;
    }
}
