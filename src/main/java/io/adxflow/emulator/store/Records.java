package io.adxflow.emulator.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** Records out of a file, one after the other: values by name. */
public interface Records extends Closeable {
    /**
     * The next record, or null at the end. A value is null, Boolean, a Number, String, UUID, {@link java.time.Instant}, an
     * array of bytes, a List or a Map of values.
     *
     * @throws IOException when the file is not of its format
     */
    Map<?, ?> next() throws IOException;
}
