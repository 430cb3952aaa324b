package io.adxflow.adx.client;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;

/**
 * Takes the values of a row as they are read, in the form in which they cost least. Each row calls one method for each
 * column, in the order of the columns.
 */
public interface RowSink {
    void ofNull(int column);

    void ofBool(int column, boolean value);

    void ofInt(int column, int value);

    void ofLong(int column, long value);

    void ofReal(int column, double value);

    void ofDecimal(int column, BigDecimal value);

    /** A string, or the JSON of a dynamic, in UTF-8. The bytes are lent until the method returns. */
    void ofText(int column, byte[] bytes, int from, int length);

    /** @param epochSecond seconds since 1970-01-01 in UTC, and the nanoseconds since then */
    void ofDatetime(int column, long epochSecond, int nanos);

    void ofTimespan(int column, Duration value);

    void ofGuid(int column, UUID value);
}
