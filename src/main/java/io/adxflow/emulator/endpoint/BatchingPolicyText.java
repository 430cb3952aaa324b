package io.adxflow.emulator.endpoint;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.emulator.storage.BatchingPolicy;
import io.adxflow.kql.language.TimespanText;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the policy {@code ingestionbatching}; what it does not say is as in the service. */
final class BatchingPolicyText {
    private static final Logger LOG = LoggerFactory.getLogger(BatchingPolicyText.class);
    private static final String TIME = "00:05:00";
    private static final long ITEMS = 500;
    private static final long MEGABYTES = 1024;

    private BatchingPolicyText() {}

    static BatchingPolicy read(String json) {
        try {
            if (Json.read(json) instanceof Map<?, ?> policy) {
                Map<String, Object> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                policy.forEach((name, value) -> members.put(String.valueOf(name), value));
                String time = String.valueOf(members.getOrDefault("MaximumBatchingTimeSpan", TIME));
                return new BatchingPolicy(
                        Duration.ofNanos(TimespanText.ticks(time).orElse(0) * 100),
                        number(members.get("MaximumNumberOfItems"), ITEMS),
                        number(members.get("MaximumRawDataSizeMB"), MEGABYTES) << 20);
            }
        } catch (JsonException e) {
            LOG.warn("the batching policy cannot be read, so nothing waits: {}", e.getMessage());
        }
        return BatchingPolicy.NONE;
    }

    private static long number(Object value, long otherwise) {
        return value instanceof Number number ? number.longValue() : otherwise;
    }
}
