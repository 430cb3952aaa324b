package io.adxflow.emulator.protocol;

import io.adxflow.base.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a query went, as rows of its answer.
 *
 * @param failure of a query whose failures are deferred to here
 */
record CompletionInfo(RequestInfo request, Instant endedOn, long rows, long bytes, Optional<ErrorBody> failure) {

    /**
     * One line of it: what both versions of the answer tell, each in its own columns.
     *
     * @param text for version 1
     * @param payload for version 2
     */
    record Event(
            int level,
            String levelName,
            int code,
            String codeName,
            int type,
            String typeName,
            String text,
            String payload) {}

    List<Event> events() {
        List<Event> events = new ArrayList<>();
        if (failure.isPresent()) {
            events.add(failed(failure.get()));
        } else {
            String text = "Query completed successfully";
            events.add(new Event(4, "Info", 0, "S_OK (0)", 4, "QueryInfo", text, payload(text)));
        }
        String statistics = statistics();
        events.add(new Event(6, "Stats", 0, "S_OK (0)", 0, "QueryResourceConsumption", statistics, statistics));
        return events;
    }

    private static Event failed(ErrorBody error) {
        String text = error.message();
        if (error.code().equals("LimitsExceeded")) {
            String name = "Query result set too large (E_QUERY_RESULT_SET_TOO_LARGE). (-2133196797)";
            return new Event(2, "Error", -2_133_196_797, name, 1, "QueryLimitsExceeded", text, payload(text));
        }
        return new Event(2, "Error", -2_147_467_259, "E_FAIL (-2147467259)", 1, "QueryError", text, payload(text));
    }

    private static String payload(String text) {
        return Json.write(ordered("Count", 1, "Text", text));
    }

    private String statistics() {
        double seconds = Duration.between(request.startedOn(), endedOn).toNanos() / 1e9;
        return Json.write(ordered(
                "ExecutionTime",
                seconds,
                "dataset_statistics",
                List.of(ordered("table_row_count", rows, "table_size", bytes))));
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(first, one);
        members.put(second, two);
        return members;
    }
}
