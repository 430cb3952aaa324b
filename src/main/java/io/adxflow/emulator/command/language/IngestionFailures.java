package io.adxflow.emulator.command.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest failures of ingestions since the start. What is tried again under the same name is listed once. */
public final class IngestionFailures {
    private static final int MOST = 10_000;

    private final Deque<IngestionFailure> latest = new ArrayDeque<>();

    public synchronized void add(IngestionFailure failure) {
        latest.removeIf(one -> !failure.isOfUpdatePolicy()
                && one.operation().equals(failure.operation())
                && one.source().equals(failure.source()));
        latest.addLast(failure);
        if (latest.size() > MOST) {
            latest.removeFirst();
        }
    }

    public synchronized List<IngestionFailure> all() {
        return List.copyOf(latest);
    }
}
