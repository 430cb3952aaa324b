package io.adxflow.emulator.endpoint;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Store;

/** Finds the database that a request names. */
final class Databases {
    /** What the web page of Azure Data Explorer names before it has asked which databases there are. */
    private static final String PLACEHOLDER = "default";

    private final Store store;
    private final String otherwise;

    /** @param otherwise the database of requests that name none */
    Databases(Store store, String otherwise) {
        this.store = store;
        this.otherwise = otherwise;
    }

    /** The database as it is now, its name as it was created. */
    Database named(String name) {
        boolean isNone = name.isBlank()
                || name.equals(PLACEHOLDER) && store.database(name).isEmpty();
        return store.database(isNone ? otherwise : name).orElseThrow(() -> CommandProblem.DATABASE_NOT_FOUND
                .at(Span.at(0), name)
                .withHint("databases here: " + String.join(", ", store.databases()))
                .toException());
    }
}
