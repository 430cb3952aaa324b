package io.adxflow.emulator.command.language;

import io.adxflow.emulator.store.Store;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** The last commands that ended, without the secrets of their texts. A restart forgets them. */
public final class CommandLog {
    private static final int MOST = 1_000;
    private static final int LONGEST_TEXT = 4 << 10;

    private final Store store;
    private final Deque<Entry> entries = new ArrayDeque<>();

    public CommandLog(Store store) {
        this.store = store;
    }

    /**
     * A command that ended.
     *
     * @param startedOn ticks
     * @param failure why it failed, or an empty text
     */
    public record Entry(String text, String database, String user, long startedOn, long endedOn, String failure) {}

    public CommandResult during(CommandRequest request, Supplier<CommandResult> work) {
        long startedOn = store.now();
        try {
            CommandResult result = work.get();
            add(request, startedOn, "");
            return result;
        } catch (RuntimeException e) {
            add(request, startedOn, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    private synchronized void add(CommandRequest request, long startedOn, String failure) {
        String text = request.text();
        String shown = HiddenText.mask(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        entries.add(new Entry(
                shown, request.context().database(), request.context().user(), startedOn, store.now(), failure));
        if (entries.size() > MOST) {
            entries.remove();
        }
    }
}
