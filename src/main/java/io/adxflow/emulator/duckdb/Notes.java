package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.Note;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The notes of the store, in the transaction of a connection. */
final class Notes {
    private final Connection connection;

    Notes(Connection connection) {
        this.connection = connection;
    }

    void keep(List<Note> notes) throws SQLException {
        forget(notes);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO meta.notes VALUES (?, ?, ?)")) {
            for (Note note : notes) {
                insert.setString(1, note.kind());
                insert.setString(2, note.key());
                insert.setString(3, note.text());
                insert.execute();
            }
        }
    }

    void forget(List<Note> notes) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM meta.notes WHERE kind = ? AND key = ?")) {
            for (Note note : notes) {
                delete.setString(1, note.kind());
                delete.setString(2, note.key());
                delete.execute();
            }
        }
    }

    List<Note> of(String kind) throws SQLException {
        List<Note> notes = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT key, text FROM meta.notes WHERE kind = ? ORDER BY key")) {
            select.setString(1, kind);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notes.add(new Note(kind, row.getString(1), row.getString(2)));
                }
            }
        }
        return notes;
    }
}
