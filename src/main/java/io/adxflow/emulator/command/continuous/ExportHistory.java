package io.adxflow.emulator.command.continuous;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.Note;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.language.TimespanText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What became of the runs of continuous exports: one note a run, kept for 14 days. */
final class ExportHistory {
    static final String ARTIFACTS = "export-artifacts";
    static final String FAILURES = "export-failures";

    private static final long PERIOD = 14 * TimespanText.TICKS_PER_DAY;
    private static final List<String> KINDS = List.of(ARTIFACTS, FAILURES);

    private ExportHistory() {}

    /**
     * A note about a run.
     *
     * @param ticks of its start; notes are in its order
     */
    static Note note(String kind, String database, String export, long ticks, Object told) {
        return new Note(
                kind,
                prefix(database, export) + String.format("%020d", ticks) + "/" + UUID.randomUUID(),
                Json.write(told));
    }

    /** Of each run of an export, the oldest first. */
    static List<List<?>> of(Store store, String kind, String database, String export) {
        List<List<?>> runs = new ArrayList<>();
        for (Note note : store.notes(kind)) {
            if (note.key().startsWith(prefix(database, export)) && !isOld(note, store.now())) {
                runs.add((List<?>) Json.read(note.text()));
            }
        }
        return runs;
    }

    private static String prefix(String database, String export) {
        return Json.write(List.of(database, export)) + "/";
    }

    private static boolean isOld(Note note, long now) {
        String[] parts = note.key().split("/");
        return Long.parseLong(parts[parts.length - 2]) < now - PERIOD;
    }

    static void forget(Store store, String database, String export) {
        for (String kind : KINDS) {
            forget(
                    store,
                    store.notes(kind).stream()
                            .filter(note -> note.key().startsWith(prefix(database, export)))
                            .toList());
        }
    }

    static void forgetOld(Store store) {
        for (String kind : KINDS) {
            forget(
                    store,
                    store.notes(kind).stream()
                            .filter(note -> isOld(note, store.now()))
                            .toList());
        }
    }

    private static void forget(Store store, List<Note> notes) {
        if (!notes.isEmpty()) {
            store.forget(notes);
        }
    }
}
