package io.adxflow.emulator.store;

import io.adxflow.kql.language.ExternalData;
import java.util.List;

/** Reads data that lies outside of every database. */
@FunctionalInterface
public interface ExternalReader {
    /**
     * All rows, with the values that {@link Rows#value} names.
     *
     * @throws io.adxflow.kql.language.ExternalDataException when there are none that may be read
     */
    List<List<Object>> rows(ExternalData data);
}
