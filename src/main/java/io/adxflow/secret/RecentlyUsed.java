package io.adxflow.secret;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a JVM keeps by a key, at most so many of them: the one that nobody asked for longest goes first. It is for what the
 * tasks of an executor share, because Spark gives a task nothing of ours that lives longer than the task. Safe for use by
 * several threads.
 */
public final class RecentlyUsed<K, V> {
    private final Map<K, V> entries;

    public RecentlyUsed(int limit) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > limit;
            }
        };
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Keeps a value, unless there is one already; returns the one that is kept. */
    public synchronized V keep(K key, V value) {
        V kept = entries.putIfAbsent(key, value);
        return kept == null ? value : kept;
    }
}
