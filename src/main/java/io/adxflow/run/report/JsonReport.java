package io.adxflow.run.report;

import io.adxflow.base.json.Json;
import io.adxflow.run.model.CheckResult;
import io.adxflow.run.model.RequestIds;
import io.adxflow.run.model.RunPhase;
import io.adxflow.run.model.RunResult;
import io.adxflow.run.model.SinkResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The result of a run for machines: one JSON object. Durations are in milliseconds, absent numbers are null. */
public final class JsonReport {
    private JsonReport() {}

    public static String of(RunResult result) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("job", result.plan().job());
        report.put("environment", result.plan().environment());
        report.put("engine", result.plan().engine());
        report.put("run_id", result.runId());
        report.put("outcome", Words.outcome(result));
        report.put("started_at", result.startedAt().toString());
        report.put("duration_ms", result.duration().toMillis());
        report.put("request_id_prefix", RequestIds.prefix(result.runId()));
        report.put(
                "sources",
                result.sources().stream()
                        .map(source -> table(source.name(), source.kind(), source.rows()))
                        .toList());
        report.put(
                "steps",
                result.steps().stream()
                        .map(step -> table(step.name(), step.kind(), step.rows()))
                        .toList());
        report.put("checks", result.checks().stream().map(JsonReport::check).toList());
        report.put("sinks", result.sinks().stream().map(JsonReport::sink).toList());
        report.put("time_ms", times(result));
        report.put(
                "failure",
                result.failure().map(failure -> (Object) failure.message()).orElse(null));
        return Json.write(report);
    }

    private static Map<String, Object> table(String name, String kind, OptionalLong rows) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("name", name);
        table.put("kind", kind);
        table.put("rows", rows.isPresent() ? rows.getAsLong() : null);
        return table;
    }

    private static Map<String, Object> check(CheckResult check) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("step", check.step());
        object.put("condition", check.condition());
        object.put("otherwise", Words.lower(check.otherwise()));
        object.put("rows", check.rows());
        object.put("failed", check.failed());
        object.put("sample", check.sample().stream().map(Json::read).toList());
        return object;
    }

    private static Map<String, Object> sink(SinkResult sink) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", sink.name());
        object.put("from", sink.from());
        object.put("kind", sink.kind());
        object.put("mode", sink.mode());
        object.put("rows", sink.rows());
        object.put("outcome", sink.outcome().text());
        object.put("commit_id", sink.commitId().isEmpty() ? null : sink.commitId());
        object.put("duration_ms", sink.duration().toMillis());
        return object;
    }

    private static Map<String, Object> times(RunResult result) {
        Map<String, Object> times = new LinkedHashMap<>();
        Arrays.stream(RunPhase.values())
                .filter(phase -> result.time().containsKey(phase))
                .forEach(phase -> times.put(
                        Words.lower(phase),
                        result.time().getOrDefault(phase, Duration.ZERO).toMillis()));
        return times;
    }
}
