package io.adxflow.run.report;

import io.adxflow.base.json.Json;
import io.adxflow.run.model.RunPlan;
import io.adxflow.run.model.RunPlan.PlannedSink;
import io.adxflow.run.model.RunPlan.PlannedSource;
import io.adxflow.run.model.RunPlan.PlannedStep;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan for machines: one JSON object. */
public final class PlanJson {
    private PlanJson() {}

    /** @param next the next times at which the schedule of the job fires; empty without a schedule */
    public static String of(RunPlan plan, List<ZonedDateTime> next) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("job", plan.job());
        object.put("description", plan.description());
        object.put("environment", plan.environment());
        object.put("engine", plan.engine());
        object.put("cluster", plan.cluster());
        object.put("database", plan.database());
        object.put("sources", plan.sources().stream().map(PlanJson::source).toList());
        object.put("steps", plan.steps().stream().map(PlanJson::step).toList());
        object.put("sinks", plan.sinks().stream().map(PlanJson::sink).toList());
        object.put(
                "next_times",
                next.stream()
                        .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                        .toList());
        return Json.write(object);
    }

    private static Map<String, Object> source(PlannedSource source) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", source.name());
        object.put("kind", source.kind());
        object.put("reads", source.read());
        object.put("path", source.path());
        object.put("consumers", source.consumers());
        return object;
    }

    private static Map<String, Object> step(PlannedStep step) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", step.name());
        object.put("kind", step.kind());
        object.put("text", step.text());
        object.put("inputs", step.inputs());
        object.put("checks", step.checks());
        object.put("kept", step.kept());
        return object;
    }

    private static Map<String, Object> sink(PlannedSink sink) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", sink.name());
        object.put("from", sink.from());
        object.put("kind", sink.kind());
        object.put("mode", sink.mode());
        object.put("commit", sink.commit());
        return object;
    }
}
