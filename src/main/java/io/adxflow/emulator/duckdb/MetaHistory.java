package io.adxflow.emulator.duckdb;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.JournalEntry;
import io.adxflow.emulator.store.JournalEntry.Author;
import java.util.List;
import java.util.UUID;

/** Entries of the journal as JSON texts. */
final class MetaHistory {
    private MetaHistory() {}

    static String write(JournalEntry entry) {
        Author author = entry.author();
        return Json.write(List.of(
                entry.event(),
                entry.timestamp(),
                entry.entity(),
                entry.updatedEntity(),
                entry.version(),
                entry.originalState(),
                entry.updatedState(),
                author.command(),
                author.principal(),
                author.activity().toString(),
                author.clientRequestId()));
    }

    static JournalEntry read(String text) {
        List<?> row = (List<?>) Json.read(text);
        Author author = new Author(text(row, 7), text(row, 8), UUID.fromString(text(row, 9)), text(row, 10));
        return new JournalEntry(
                text(row, 0),
                (Long) row.get(1),
                text(row, 2),
                text(row, 3),
                (Long) row.get(4),
                text(row, 5),
                text(row, 6),
                author);
    }

    private static String text(List<?> row, int column) {
        return (String) row.get(column);
    }
}
