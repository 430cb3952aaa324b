package io.adxflow.emulator.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A file of an external table.
 *
 * @param locator with what gives access
 * @param bytes its size
 * @param isHeaded whether its first record is a header
 * @param values of the partitions, in their order, as {@link Rows#value} gives them; null where the path tells none
 */
public record ExternalFile(String locator, long bytes, boolean isHeaded, List<Object> values) {
    public ExternalFile {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Without the parts that give access. */
    public String address() {
        return locator.split("[?;]", 2)[0];
    }
}
