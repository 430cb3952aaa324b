package io.adxflow.emulator.store;

import io.adxflow.kql.language.StoredFunction;

/**
 * A function of a database, and the words about it.
 *
 * @param isView whether wildcards mean it too, as if it were a table
 */
public record DatabaseFunction(StoredFunction function, String folder, String docString, boolean isView) {
    public String name() {
        return function.name();
    }

    public DatabaseFunction described(String nextFolder, String nextDocString) {
        return new DatabaseFunction(function, nextFolder, nextDocString, isView);
    }
}
