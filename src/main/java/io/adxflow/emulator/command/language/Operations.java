package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands that run in the background, and those that did since the start: a restart forgets them. */
public final class Operations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    /** As deep as a query may be that is answered at once. */
    private static final long STACK_BYTES = 64L << 20;

    private final Store store;
    private final CommandLog log;
    private final Map<UUID, Operation> all = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "adx-operation", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    public Operations(Store store) {
        this.store = store;
        this.log = new CommandLog(store);
    }

    public UUID start(String kind, Command command, CommandContext context) {
        Operation started = Operation.started(kind, context.databaseName(), store.now());
        all.put(started.id(), started);
        threads.execute(() -> all.put(started.id(), finish(started, command, context)));
        return started.id();
    }

    public CommandLog log() {
        return log;
    }

    public Optional<Operation> find(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    public List<Operation> all() {
        return List.copyOf(all.values());
    }

    private Operation finish(Operation started, Command command, CommandContext context) {
        try {
            CommandResult result = command.run(context);
            return started.completed(result, store.now());
        } catch (UserException e) {
            return started.failed(e.diagnostics().get(0).message(), false, store.now());
        } catch (RemoteException e) {
            return started.failed(e.getMessage(), e.isRetryable(), store.now());
        } catch (RuntimeException e) {
            LOG.error("operation {} failed by a fault of the emulator", started.id(), e);
            return started.failed("internal error: " + e, false, store.now());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
