package io.adxflow.adx.spark;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** How many rows the writes of this driver committed, by request id: Spark's writer has no way to return a count. */
final class CommittedWrites {
    private static final Map<String, Long> ROWS = new ConcurrentHashMap<>();

    private CommittedWrites() {}

    static void put(String requestId, long rows) {
        ROWS.put(requestId, rows);
    }

    /** The count, once. */
    static OptionalLong take(String requestId) {
        Long rows = ROWS.remove(requestId);
        return rows == null ? OptionalLong.empty() : OptionalLong.of(rows);
    }

    static void forget(String requestId) {
        ROWS.remove(requestId);
    }
}
