package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.store.Note;
import io.adxflow.emulator.store.Store;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The last commands that were answered at once, each entered with its end. Those that changed something outlive the process:
 * they are kept in the transaction of their change.
 */
final class AnsweredOperations {
    private static final String NOTE = "operation-answered";
    private static final int MOST = 1_000;
    private static final int SURPLUS = 100;

    private final Store store;
    private final Map<UUID, Operation> running = new ConcurrentHashMap<>();
    private final Deque<Operation> ended = new ArrayDeque<>();
    private final Deque<Note> kept = new ArrayDeque<>();

    AnsweredOperations(Store store) {
        this.store = store;
        store.notes(NOTE).stream()
                .map(note -> OperationText.read(note.text()))
                .sorted(Comparator.comparingLong(Operation::lastUpdatedOn))
                .forEach(this::restore);
    }

    private void restore(Operation operation) {
        ended.add(operation);
        kept.add(note(operation));
    }

    CommandResult during(UUID id, String kind, Command command, CommandContext context) {
        Operation started = Operation.started(id, kind, context.request(), store.now());
        running.put(id, started);
        try {
            command.authorize(context);
            CommandResult result = command.run(context.as(id));
            end(started.ended(Operation.State.COMPLETED, "", false, store.now()));
            return result;
        } catch (UserException e) {
            end(started.ended(Operation.State.FAILED, e.diagnostics().get(0).message(), false, store.now()));
            throw e;
        } catch (RemoteException e) {
            end(started.ended(Operation.State.FAILED, e.getMessage(), e.isRetryable(), store.now()));
            throw e;
        } finally {
            running.remove(id);
            forgetOldest();
        }
    }

    /** A command that did not begin, because nobody can read it. */
    void refused(String kind, CommandContext context, UserException mistakes) {
        String reason = mistakes.diagnostics().get(0).message();
        end(Operation.started(UUID.randomUUID(), kind, context.request(), store.now())
                .ended(Operation.State.BAD_INPUT, reason, false, store.now()));
    }

    /** What belongs into the transaction of a change by the command, if it is one of these. */
    Optional<Note> changing(UUID id) {
        Optional<Note> note = Optional.ofNullable(running.get(id))
                .map(one -> note(one.ended(Operation.State.COMPLETED, "", false, store.now())));
        note.ifPresent(this::keep);
        return note;
    }

    private synchronized void keep(Note note) {
        if (kept.isEmpty() || !kept.getLast().key().equals(note.key())) {
            kept.add(note);
        }
    }

    private static Note note(Operation operation) {
        return new Note(NOTE, operation.id().toString(), OperationText.write(operation));
    }

    private synchronized void end(Operation operation) {
        ended.add(operation);
        if (ended.size() > MOST) {
            ended.remove();
        }
    }

    /** Many at once, because it is a transaction. */
    private void forgetOldest() {
        List<Note> oldest = oldest();
        if (!oldest.isEmpty()) {
            store.forget(oldest);
        }
    }

    private synchronized List<Note> oldest() {
        return kept.size() < MOST + SURPLUS
                ? List.of()
                : Stream.generate(kept::remove).limit(SURPLUS).toList();
    }

    synchronized Optional<Operation> find(UUID id) {
        return ended.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    synchronized List<Operation> all() {
        return List.copyOf(ended);
    }
}
