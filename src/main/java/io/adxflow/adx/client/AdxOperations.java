package io.adxflow.adx.client;

import io.adxflow.base.diagnostic.RemoteException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Waits for what an asynchronous command started, as
 * <a href="https://learn.microsoft.com/kusto/management/operations">.show operations</a> reports it.
 */
public final class AdxOperations {
    private static final Set<String> UNDER_WAY = Set.of("InProgress", "Scheduled");
    private static final int LAST_DOUBLING = 8;

    private final AdxClient client;
    private final Retries resends;
    private final Retries polls;

    private AdxOperations(AdxClient client, Retries resends) {
        this.client = client;
        this.resends = resends;
        this.polls = new Retries(1, Duration.ofMillis(50), Duration.ofSeconds(5), resends.pause(), () -> 0);
    }

    public static AdxOperations of(AdxClient client) {
        return new AdxOperations(client, client.retries());
    }

    /** How an operation ended: the state, for example {@code Completed}, and what the service says about it. */
    public record End(String state, String status) {
        public boolean isCompleted() {
            return state.equals("Completed");
        }

        /** Whether the service had no room for it, so that the same command may be sent again. */
        public boolean isThrottled() {
            return state.equals("Throttled");
        }
    }

    /**
     * Polls until the operation has ended. Failed polls are tried again like queries.
     *
     * @throws RemoteException if the operation has not ended in time, or is not known
     */
    public End await(String database, String operationId, Duration limit) {
        Duration waited = Duration.ZERO;
        for (int poll = 1; ; poll++) {
            Optional<End> end = end(database, operationId);
            if (end.isPresent()) {
                return end.get();
            }
            RemoteException late = new RemoteException(
                    "the operation " + operationId + " has not ended after " + waited.toSeconds() + " s",
                    false,
                    0,
                    operationId,
                    null);
            if (waited.compareTo(limit) >= 0) {
                throw late;
            }
            Duration wait = polls.waitAfter(Math.min(poll, LAST_DOUBLING), Optional.empty());
            polls.waitOr(late, wait);
            waited = waited.plus(wait);
        }
    }

    /**
     * Waits before a command is sent again that ADX had no room for, or did not answer.
     *
     * @param attempt how often it was sent
     */
    public void pauseAfter(int attempt, RemoteException failure) {
        resends.waitOr(failure, resends.waitAfter(attempt, Optional.empty()));
    }

    private Optional<End> end(String database, String operationId) {
        AdxResult result = client.repeatableCommand(database, ".show operations " + operationId);
        if (result.isEmpty()) {
            throw new RemoteException("ADX does not know the operation " + operationId, false, 0, operationId, null);
        }
        String state = result.text(0, "State");
        return UNDER_WAY.contains(state) ? Optional.empty() : Optional.of(new End(state, result.text(0, "Status")));
    }
}
