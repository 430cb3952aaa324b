package io.adxflow.job.model;

import io.adxflow.base.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A job with its parameters filled in. A job that comes out of {@code Jobs} has passed every rule: its names are unique,
 * its steps form no cycle, and what it reads and writes exists in it.
 *
 * @param text the file, for diagnostics; its name is the location
 */
public record Job(
        SourceText text,
        Text name,
        String description,
        List<Parameter> parameters,
        List<Source> sources,
        List<Step> steps,
        List<Check> checks,
        List<Sink> sinks,
        Optional<Schedule> schedule,
        Deployment deployment) {
    public Job {
        parameters = List.copyOf(parameters);
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
        sinks = List.copyOf(sinks);
    }

    public Optional<Source> source(String wanted) {
        return sources.stream().filter(source -> isNamed(source.name(), wanted)).findFirst();
    }

    public Optional<Step> step(String wanted) {
        return steps.stream().filter(step -> isNamed(step.name(), wanted)).findFirst();
    }

    public List<Check> checksOf(Step step) {
        return checks.stream()
                .filter(check -> isNamed(check.step(), step.name().value()))
                .toList();
    }

    /** The names of all sources, then of all steps. */
    public List<String> tables() {
        return Stream.concat(sources.stream().map(Source::name), steps.stream().map(Step::name))
                .map(Text::value)
                .collect(Collectors.toList());
    }

    /** Spark SQL does not tell capitals from small letters, so neither does a job. */
    public static boolean isNamed(Text name, String wanted) {
        return name.value().equalsIgnoreCase(wanted);
    }
}
