package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.Operation.State;
import io.adxflow.emulator.store.Note;
import io.adxflow.emulator.store.Store;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands that run in the background, the last that did, and the last that were answered at once. */
public final class Operations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    /** As deep as a query may be that is answered at once. */
    private static final long STACK_BYTES = 64L << 20;

    private static final int MOST = 1_000;
    private static final Duration LONGEST_END = Duration.ofSeconds(10);
    private static final String NOTE = "operation";
    private static final String COMMITTED = "operation-committed";

    private final Store store;
    private final Map<UUID, Operation> all = new ConcurrentHashMap<>();
    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private final AnsweredOperations answered;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "adx-operation", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    /** How to stop an operation, and its end. */
    private record Running(Cancellation cancellation, CompletableFuture<Operation> end) {}

    public Operations(Store store) {
        this.store = store;
        this.answered = new AnsweredOperations(store);
        Set<String> committed = store.notes(COMMITTED).stream().map(Note::key).collect(Collectors.toSet());
        store.notes(NOTE).stream()
                .map(note -> OperationText.read(note.text()))
                .map(one -> one.isRunning() ? interrupted(one, committed) : one)
                .forEach(one -> all.put(one.id(), one));
        store.forget(store.notes(COMMITTED));
    }

    /** What became of an operation when the process ended: its change is durable, or it was never made. */
    private Operation interrupted(Operation operation, Set<String> committed) {
        boolean isDone = committed.contains(operation.id().toString());
        Operation ended = operation.ended(
                isDone ? State.COMPLETED : State.ABANDONED,
                isDone
                        ? "the emulator was stopped after the change, its details are lost"
                        : "the emulator was stopped before the change, nothing was changed",
                !isDone,
                operation.lastUpdatedOn());
        keep(ended);
        return ended;
    }

    /** Goes into the transaction of an operation's change, so that a restart knows that it happened. */
    Note changing(UUID operation) {
        return answered.changing(operation).orElseGet(() -> committed(operation));
    }

    private static Note committed(UUID operation) {
        return new Note(COMMITTED, operation.toString(), "");
    }

    /** Runs a command that its sender may begin. One that is answered at once is entered under the id, an async one enters itself. */
    public CommandResult during(UUID id, String kind, Command command, CommandContext context) {
        if (command instanceof AsyncCommand) {
            command.authorize(context);
            return command.run(context);
        }
        return answered.during(id, kind, command, context);
    }

    /** A command that did not begin, because nobody can read it. */
    public void refused(String kind, CommandContext context, UserException mistakes) {
        answered.refused(kind, context, mistakes);
    }

    UUID start(String kind, Command command, CommandContext context) {
        Operation started = Operation.started(UUID.randomUUID(), kind, context.request(), store.now());
        Running run = new Running(context.cancellation(), new CompletableFuture<>());
        all.put(started.id(), started);
        running.put(started.id(), run);
        keep(started);
        forgetOldest();
        threads.execute(() -> {
            Operation ended = finish(started, command, context.as(started.id()));
            end(ended, run);
        });
        return started.id();
    }

    /** Nobody hears of the end of an operation before it is durable. */
    private void end(Operation ended, Running run) {
        try {
            keep(ended);
        } finally {
            all.put(ended.id(), ended);
            running.remove(ended.id());
            run.end().complete(ended);
        }
    }

    /** Stops an operation and waits for its end; one that has ended stays as it is. */
    public Operation cancel(UUID id) {
        Running run = running.get(id);
        if (run == null) {
            return find(id).orElseThrow();
        }
        run.cancellation().cancel();
        return run.end().join();
    }

    public Optional<Operation> find(UUID id) {
        return Optional.ofNullable(all.get(id)).or(() -> answered.find(id));
    }

    /** An operation when it has ended, or as it is when the patience is over. */
    public Optional<Operation> await(UUID id, Duration patience) {
        Running run = running.get(id);
        if (run != null) {
            try {
                run.end().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return find(id);
            } catch (ExecutionException e) {
                throw new IllegalStateException("an operation ends with a state", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return find(id);
    }

    public List<Operation> all() {
        return Stream.concat(all.values().stream(), answered.all().stream())
                .sorted(Comparator.comparingLong(Operation::startedOn))
                .toList();
    }

    private Operation finish(Operation started, Command command, CommandContext context) {
        try {
            CommandResult result = command.run(context);
            return started.completed(result, store.now());
        } catch (UserException e) {
            return failed(started, context, e.diagnostics().get(0).message(), false);
        } catch (RemoteException e) {
            return failed(started, context, e.getMessage(), e.isRetryable());
        } catch (RuntimeException e) {
            LOG.error("operation {} failed by a fault of the emulator", started.id(), e);
            return failed(started, context, "internal error: " + e, false);
        }
    }

    private Operation failed(Operation started, CommandContext context, String reason, boolean mayRetry) {
        State state = context.cancellation().isAsked() ? State.CANCELED : State.FAILED;
        return started.ended(state, reason, mayRetry, store.now());
    }

    private void keep(Operation operation) {
        store.keep(new Note(NOTE, operation.id().toString(), OperationText.write(operation)));
        if (!operation.isRunning()) {
            store.forget(List.of(committed(operation.id())));
        }
    }

    private void forgetOldest() {
        List<Operation> ended = all.values().stream()
                .filter(operation -> !operation.isRunning())
                .sorted(Comparator.comparingLong(Operation::startedOn))
                .toList();
        ended.subList(0, Math.max(0, ended.size() - MOST)).forEach(operation -> {
            all.remove(operation.id());
            store.forget(List.of(new Note(NOTE, operation.id().toString(), "")));
        });
    }

    @Override
    public void close() {
        running.values().forEach(run -> run.cancellation().cancel());
        threads.shutdown();
        try {
            threads.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
