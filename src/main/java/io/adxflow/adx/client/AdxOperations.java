package io.adxflow.adx.client;

import io.adxflow.base.diagnostic.RemoteException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Waits for what an asynchronous command started, as
 * <a href="https://learn.microsoft.com/kusto/management/operations">.show operations</a> reports it. What it says is for
 * messages and for retries; whether rows moved is for the tables to say.
 */
public final class AdxOperations {
    /** ADX allows a management command one hour at most. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private static final Set<String> UNDER_WAY = Set.of("InProgress", "Scheduled");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Function<String, AdxResult> ask;
    private final Consumer<Duration> pause;

    private AdxOperations(Function<String, AdxResult> ask, Consumer<Duration> pause) {
        this.ask = ask;
        this.pause = pause;
    }

    /** Asks in a database of the client; failed polls are tried again like queries. */
    public static AdxOperations of(AdxClient client, String database) {
        return new AdxOperations(csl -> client.repeatableCommand(database, csl), client::pause);
    }

    /** @param ask sends a command that only shows something */
    public static AdxOperations over(Function<String, AdxResult> ask, Consumer<Duration> pause) {
        return new AdxOperations(ask, pause);
    }

    /**
     * How an operation ended: the state, for example {@code Completed}, and what the service says about it.
     *
     * @param state empty when nobody knows, because it went on for too long or the service has forgotten it
     */
    public record End(String state, String status) {
        public boolean isCompleted() {
            return state.equals("Completed");
        }

        /** Whether the service had no room for it, so that the same command may be sent again. */
        public boolean isThrottled() {
            return state.equals("Throttled");
        }

        public boolean isKnown() {
            return !state.isEmpty();
        }

        /** For people. */
        public String text() {
            return isKnown() ? state + ": " + status : status;
        }
    }

    /**
     * Polls until the operation has ended.
     *
     * @param started the answer to the command that started it
     * @throws RemoteException if a poll fails
     */
    public End await(AdxResult started, Duration limit) {
        String id = started.text(0, "OperationId");
        Duration waited = Duration.ZERO;
        for (Duration wait = FIRST_PAUSE; ; wait = longer(wait)) {
            Optional<End> end = end(id);
            if (end.isPresent()) {
                return end.get();
            }
            if (waited.compareTo(limit) >= 0) {
                return new End("", "the operation " + id + " has not ended after " + waited.toSeconds() + " s");
            }
            pause.accept(wait);
            waited = waited.plus(wait);
        }
    }

    private Optional<End> end(String id) {
        AdxResult result = ask.apply(".show operations " + id);
        if (result.isEmpty()) {
            return Optional.of(new End("", "ADX does not know the operation " + id));
        }
        String state = result.text(0, "State");
        return UNDER_WAY.contains(state) ? Optional.empty() : Optional.of(new End(state, result.text(0, "Status")));
    }

    private static Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
