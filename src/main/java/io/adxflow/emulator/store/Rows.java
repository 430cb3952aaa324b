package io.adxflow.emulator.store;

import io.adxflow.kql.language.Schema;

/** The rows of a result, read once from first to last in bounded memory. Starts before the first row. */
public interface Rows extends AutoCloseable {
    Schema schema();

    /** Goes to the next row, if there is one. */
    boolean next();

    /**
     * A value of the row: Boolean, Integer, Long, Double, BigDecimal, String, UUID; Long ticks for datetime and timespan;
     * normalised JSON text for dynamic; null where there is no value. A string is never null.
     */
    Object value(int column);

    @Override
    void close();
}
