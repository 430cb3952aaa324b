package io.adxflow.run.model;

import java.util.List;

/**
 * What a run will do, known without reading a row and without starting Spark.
 *
 * @param engine what moves rows between Spark and ADX: {@code builtin} or {@code connector}
 * @param cluster the ADX cluster's address, empty when the job does not use ADX
 */
public record RunPlan(
        String job,
        String description,
        String environment,
        String engine,
        String cluster,
        String database,
        List<PlannedSource> sources,
        List<PlannedStep> steps,
        List<PlannedSink> sinks) {
    public RunPlan {
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
        sinks = List.copyOf(sinks);
    }

    /**
     * @param read what is sent or opened: the whole KQL, a path, a Spark format
     * @param path how the rows travel
     * @param consumers steps and sinks that read it; a source with more than one is kept after the first
     */
    public record PlannedSource(String name, String kind, String read, String path, List<String> consumers) {}

    /**
     * @param text the SQL, or the class
     * @param inputs sources and steps it reads
     * @param kept whether its rows are kept for a second use
     */
    public record PlannedStep(
            String name, String kind, String text, List<String> inputs, List<String> checks, boolean kept) {}

    /** @param commit how the rows become visible */
    public record PlannedSink(String name, String from, String kind, String mode, String commit) {}
}
