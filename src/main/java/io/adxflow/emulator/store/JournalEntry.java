package io.adxflow.emulator.store;

import java.util.UUID;

/**
 * A change of what a database consists of, as {@code .show journal} lists it.
 *
 * @param event {@code CREATE-TABLE}, {@code DROP-TABLE}, …
 * @param timestamp ticks
 * @param entity the name before the change, or of what is new
 * @param updatedEntity the name after the change
 * @param version of the database after the change, one more than before
 * @param originalState what the entity was, or an empty text
 * @param updatedState what the entity is, or an empty text
 */
public record JournalEntry(
        String event,
        long timestamp,
        String entity,
        String updatedEntity,
        long version,
        String originalState,
        String updatedState,
        Author author) {
    /**
     * Who changed something, and how.
     *
     * @param command the text, without its secrets
     * @param principal who sent it, or an empty text
     */
    public record Author(String command, String principal, UUID activity, String clientRequestId) {}
}
