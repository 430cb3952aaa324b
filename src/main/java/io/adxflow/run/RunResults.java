package io.adxflow.run;

import io.adxflow.run.model.CheckResult;
import io.adxflow.run.model.RunPlan;
import io.adxflow.run.model.SinkResult;
import io.adxflow.run.model.SourceResult;
import io.adxflow.run.model.StepResult;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** What a run has found out about its tables so far. */
record RunResults(
        List<SourceResult> sources, List<StepResult> steps, List<CheckResult> checks, List<SinkResult> sinks) {
    static RunResults none(RunPlan plan) {
        return of(plan, table -> OptionalLong.empty(), List.of(), List.of());
    }

    static RunResults of(
            RunPlan plan, Function<String, OptionalLong> rows, List<CheckResult> checks, List<SinkTask> tasks) {
        return new RunResults(
                plan.sources().stream()
                        .map(source -> new SourceResult(
                                source.name(), source.kind(), source.read(), rows.apply(source.name())))
                        .toList(),
                plan.steps().stream()
                        .map(step -> new StepResult(step.name(), step.kind(), rows.apply(step.name())))
                        .toList(),
                checks,
                tasks.stream().map(SinkTask::result).toList());
    }
}
