package io.adxflow.emulator.command.language;

import java.util.Optional;
import java.util.UUID;

/**
 * A command, in the background or answered at once.
 *
 * @param kind as {@code .show operations} names it, {@code ExtentsMove} for example
 * @param activity the service's name for the request
 * @param principal who sent the command, or an empty text
 * @param startedOn ticks
 * @param lastUpdatedOn ticks
 * @param status why it failed, or an empty text
 */
public record Operation(
        UUID id,
        UUID activity,
        String kind,
        String database,
        String principal,
        long startedOn,
        long lastUpdatedOn,
        State state,
        String status,
        boolean shouldRetry,
        Optional<CommandResult> result) {
    /** Clients wait while it is in progress, and take any other state but {@code Completed} for a failure. */
    public enum State {
        IN_PROGRESS("InProgress"),
        COMPLETED("Completed"),
        FAILED("Failed"),
        CANCELED("Canceled"),
        /** The command was never begun, because nobody can read it. */
        BAD_INPUT("BadInput"),
        /** The emulator ended before the operation did. */
        ABANDONED("Abandoned");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Operation started(UUID id, String kind, CommandRequest request, long now) {
        return new Operation(
                id,
                request.origin().activity(),
                kind,
                request.context().database(),
                request.access().principal(),
                now,
                now,
                State.IN_PROGRESS,
                "",
                false,
                Optional.empty());
    }

    public boolean isRunning() {
        return state == State.IN_PROGRESS;
    }

    Operation completed(CommandResult answer, long now) {
        return new Operation(
                id,
                activity,
                kind,
                database,
                principal,
                startedOn,
                now,
                State.COMPLETED,
                "",
                false,
                Optional.of(answer));
    }

    Operation ended(State next, String reason, boolean mayRetry, long now) {
        return new Operation(
                id, activity, kind, database, principal, startedOn, now, next, reason, mayRetry, Optional.empty());
    }
}
