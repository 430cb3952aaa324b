package io.adxflow.emulator.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Messages that are ingested together.
 *
 * @param members in the order in which they came
 */
record Batch(List<Member> members) {
    Batch {
        members = List.copyOf(members);
    }

    /** A message, and the file that keeps it until it has been dealt with. */
    record Member(IngestionMessage message, Path file) {}

    /** What the messages of a batch have in common. */
    record Kind(String database, String table, Map<String, String> properties) {
        static Kind of(IngestionMessage message) {
            return new Kind(message.database(), message.table(), message.properties());
        }
    }

    List<IngestionMessage> messages() {
        return members.stream().map(Member::message).toList();
    }
}
