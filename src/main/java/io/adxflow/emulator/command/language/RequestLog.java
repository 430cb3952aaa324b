package io.adxflow.emulator.command.language;

import io.adxflow.emulator.store.Store;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The queries and commands that run, and the last of each that ended. A restart forgets them. */
public final class RequestLog {
    static final String QUERY = "Query";

    private static final int MOST = 1_000;
    private static final int LONGEST_TEXT = 64 << 10;

    private final Store store;
    private final Set<RunningRequest> running = new LinkedHashSet<>();
    private final Deque<RunningRequest> queries = new ArrayDeque<>();
    private final Deque<RunningRequest> commands = new ArrayDeque<>();

    public RequestLog(Store store) {
        this.store = store;
    }

    /**
     * A query begins.
     *
     * @param stop ends it from another thread
     */
    public RunningRequest begin(String text, String database, Access access, RequestOrigin origin, Runnable stop) {
        return begin(QUERY, text, database, access, origin, stop);
    }

    public CommandResult during(String kind, CommandRequest request, Supplier<CommandResult> work) {
        RunningRequest command =
                begin(kind, request.text(), request.context().database(), request.access(), request.origin(), () -> {});
        try {
            CommandResult result = work.get();
            command.completed();
            return result;
        } catch (RuntimeException | Error e) {
            command.failed(e);
            throw e;
        }
    }

    private synchronized RunningRequest begin(
            String kind, String text, String database, Access access, RequestOrigin origin, Runnable stop) {
        String shown = HiddenText.mask(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        RunningRequest request = new RunningRequest(
                new RunningRequest.Facts(kind, shown, database, access.principal(), origin, store.now()), stop, this);
        running.add(request);
        return request;
    }

    /** Ticks of the end. */
    synchronized long ended(RunningRequest request) {
        running.remove(request);
        Deque<RunningRequest> kept = request.isQuery() ? queries : commands;
        kept.add(request);
        if (kept.size() > MOST) {
            kept.remove();
        }
        return store.now();
    }

    public synchronized List<RunningRequest> running() {
        return List.copyOf(running);
    }

    /** Those that ended, in the order of their ends. */
    public synchronized List<RunningRequest> queries() {
        return List.copyOf(queries);
    }

    public synchronized List<RunningRequest> commands() {
        return List.copyOf(commands);
    }

    public synchronized List<RunningRequest> all() {
        List<RunningRequest> all = new ArrayList<>(queries);
        all.addAll(commands);
        return all;
    }
}
