package io.adxflow.emulator.endpoint;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Store;
import java.util.List;
import java.util.Optional;

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

    /** By the name for people, if it is the name of one. */
    private Optional<Database> prettily(String name) {
        List<Database> found = store.databases().stream()
                .flatMap(one -> store.database(one).stream())
                .filter(one -> one.entities().prettyName().equals(name))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The database as it is now, its name as it was created. */
    Database named(String name) {
        boolean isNone = name.isBlank()
                || name.equals(PLACEHOLDER) && store.database(name).isEmpty();
        return store.database(isNone ? otherwise : name)
                .or(() -> prettily(name))
                .orElseThrow(() -> CommandProblem.DATABASE_NOT_FOUND
                        .at(Span.at(0), name)
                        .withHint("databases here: " + String.join(", ", store.databases()))
                        .toException());
    }
}
