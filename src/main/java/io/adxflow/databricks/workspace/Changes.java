package io.adxflow.databricks.workspace;

import io.adxflow.base.diagnostic.RemoteException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a command has done to a workspace so far, and how each of it is taken back. */
final class Changes {
    private final Deque<Change> done = new ArrayDeque<>();

    private record Change(String what, Runnable back) {}

    /**
     * Says so before something is done: it may happen and yet fail.
     *
     * @param what for people, when it cannot be taken back
     * @param back undoes it, and does nothing when it did not happen
     */
    void willDo(String what, Runnable back) {
        done.push(new Change(what, back));
    }

    /** Takes everything back, the last first. The result is what to throw, and says what could not be taken back. */
    RuntimeException takeBack(RuntimeException why) {
        List<String> left = new ArrayList<>();
        while (!done.isEmpty()) {
            Change change = done.pop();
            try {
                change.back().run();
            } catch (RemoteException e) {
                why.addSuppressed(e);
                left.add(change.what());
            }
        }
        return left.isEmpty() ? why : leaving(left, why);
    }

    private static RuntimeException leaving(List<String> left, RuntimeException why) {
        String message = why.getMessage() + "\n    left on the workspace: " + String.join(", ", left);
        return why instanceof RemoteException remote
                ? new RemoteException(
                        message,
                        remote.isRetryable(),
                        remote.status(),
                        remote.activityId().orElse(""),
                        why)
                : new RemoteException(message, false, 0, "", why);
    }
}
