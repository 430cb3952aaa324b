package io.adxflow.emulator.store;

/** Rows to be stored, one after the other. The values are those that {@link Rows#value} names. */
public interface RowSource {
    /** Goes to the next row, if there is one. */
    boolean next();

    /** A value of the row, of the type of the column; null where there is no value. */
    Object value(int column);
}
