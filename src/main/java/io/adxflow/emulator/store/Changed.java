package io.adxflow.emulator.store;

import java.util.List;

/**
 * The next state of a database, and what the change has to tell.
 *
 * @param notes kept in the same transaction
 */
public record Changed<R>(Database database, R result, List<Note> notes) {
    public Changed {
        notes = List.copyOf(notes);
    }

    public Changed(Database database, R result) {
        this(database, result, List.of());
    }
}
