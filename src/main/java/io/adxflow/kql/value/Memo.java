package io.adxflow.kql.value;

import java.util.function.Function;

/** Remembers the last result of each thread, for what is nearly always asked with the same constant. */
final class Memo<K, V> {
    private final ThreadLocal<Entry<K, V>> last = new ThreadLocal<>();
    private final Function<K, V> function;

    private record Entry<K, V>(K key, V value) {}

    Memo(Function<K, V> function) {
        this.function = function;
    }

    V of(K key) {
        Entry<K, V> entry = last.get();
        if (entry == null || !entry.key().equals(key)) {
            entry = new Entry<>(key, function.apply(key));
            last.set(entry);
        }
        return entry.value();
    }
}
