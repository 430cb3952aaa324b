package io.adxflow.adx.spark;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many rows the writes of this driver committed, by request id: Spark's writer has no way to return a count. Only
 * writes that somebody announced are remembered.
 */
final class CommittedWrites {
    private static final long NOT_YET = -1;
    private static final Map<String, Long> ROWS = new ConcurrentHashMap<>();

    private CommittedWrites() {}

    static void announce(String requestId) {
        ROWS.put(requestId, NOT_YET);
    }

    static void put(String requestId, long rows) {
        ROWS.computeIfPresent(requestId, (id, before) -> rows);
    }

    /** The count, once; empty when the write did not commit. */
    static OptionalLong take(String requestId) {
        Long rows = ROWS.remove(requestId);
        return rows == null || rows == NOT_YET ? OptionalLong.empty() : OptionalLong.of(rows);
    }
}
