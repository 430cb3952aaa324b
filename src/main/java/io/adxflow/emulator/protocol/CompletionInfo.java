package io.adxflow.emulator.protocol;

import io.adxflow.base.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a query went, as rows of its answer.
 *
 * @param failure of a query whose failures are deferred to here
 */
record CompletionInfo(RequestInfo request, Instant endedOn, List<TableSize> results, Optional<ErrorBody> failure) {
    /** The service's shape; what is not measured here is zero. */
    private static final String USAGE =
            """
            {"cache":{"memory":{"hits":0,"misses":0,"total":0},"disk":{"hits":0,"misses":0,"total":0},\
            "shards":{"hot":{"hitbytes":0,"missbytes":0,"retrievebytes":0},\
            "cold":{"hitbytes":0,"missbytes":0,"retrievebytes":0},"bypassbytes":0}},\
            "cpu":{"user":"00:00:00","kernel":"00:00:00","total cpu":"00:00:00"},"memory":{"peak_per_node":0},\
            "network":{"inter_cluster_total_bytes":0,"cross_cluster_total_bytes":0}}""";

    private static final String INPUT =
            """
            {"extents":{"total":0,"scanned":0,"scanned_min_datetime":"0001-01-01T00:00:00.0000000Z",\
            "scanned_max_datetime":"0001-01-01T00:00:00.0000000Z"},"rows":{"total":0,"scanned":0},\
            "rowstores":{"scanned_rows":0,"scanned_values_size":0},\
            "shards":{"queries_generic":0,"queries_specialized":0}}""";

    private static final String OPTIONS = "{\"DataScope\":\"All\",\"QueryConsistency\":\"strongconsistency\"}";

    CompletionInfo {
        results = List.copyOf(results);
    }

    /**
     * What was sent of one result.
     *
     * @param bytes of the rows as JSON
     */
    record TableSize(long rows, long bytes) {}

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

    /** What version 1 tells. */
    List<Event> events() {
        return List.of(outcome(), statistics());
    }

    /** What version 2 tells, which knows more kinds. */
    List<Event> allEvents() {
        return List.of(
                outcome(),
                new Event(4, "Info", 0, "S_OK (0)", 5, "WorkloadGroup", "default", payload("default")),
                new Event(4, "Info", 0, "S_OK (0)", 6, "EffectiveRequestOptions", OPTIONS, payload(OPTIONS)),
                statistics());
    }

    private Event outcome() {
        String text = "Query completed successfully";
        return failure.map(CompletionInfo::failed)
                .orElseGet(() -> new Event(4, "Info", 0, "S_OK (0)", 4, "QueryInfo", text, payload(text)));
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

    private Event statistics() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "ExecutionTime", Duration.between(request.startedOn(), endedOn).toNanos() / 1e9);
        members.put("resource_usage", Json.read(USAGE));
        members.put("input_dataset_statistics", Json.read(INPUT));
        members.put(
                "dataset_statistics",
                results.stream()
                        .map(table -> ordered("table_row_count", table.rows(), "table_size", table.bytes()))
                        .toList());
        members.put("cross_cluster_resource_usage", Map.of());
        String text = Json.write(members);
        return new Event(6, "Stats", 0, "S_OK (0)", 0, "QueryResourceConsumption", text, text);
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(first, one);
        members.put(second, two);
        return members;
    }
}
