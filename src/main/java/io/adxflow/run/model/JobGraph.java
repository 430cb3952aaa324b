package io.adxflow.run.model;

import io.adxflow.job.model.Job;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.Step;
import io.adxflow.job.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which tables of a job read which. The job's rules have made sure that there is no cycle and no unknown name. */
public final class JobGraph {
    private final Job job;
    private final Map<String, List<String>> consumers = new LinkedHashMap<>();
    private final List<Step> ordered = new ArrayList<>();

    private JobGraph(Job job) {
        this.job = job;
    }

    public static JobGraph of(Job job) {
        JobGraph graph = new JobGraph(job);
        for (Step step : job.steps()) {
            step.inputs().forEach(input -> graph.addConsumer(input, step.name()));
        }
        for (Sink sink : job.sinks()) {
            graph.addConsumer(sink.from(), sink.name());
        }
        Set<String> done = new TreeSet<>();
        job.steps().forEach(step -> graph.visit(step, done));
        return graph;
    }

    /** The steps, each after those that it reads. */
    public List<Step> stepsInOrder() {
        return List.copyOf(ordered);
    }

    /** The steps and sinks that read a source or step, in the order of the file. */
    public List<String> consumersOf(Text table) {
        return List.copyOf(consumers.getOrDefault(key(table.value()), List.of()));
    }

    /**
     * Whether a table is computed once and its rows kept for further uses: when several tables read it, and when checks
     * have to see all of its rows whatever the tables behind it ask for.
     */
    public boolean isKept(Text table) {
        boolean checked = job.step(table.value())
                .map(step -> !job.checksOf(step).isEmpty())
                .orElse(false);
        return checked || consumersOf(table).size() > 1;
    }

    private void addConsumer(Text table, Text consumer) {
        consumers.computeIfAbsent(key(table.value()), name -> new ArrayList<>()).add(consumer.value());
    }

    private void visit(Step step, Set<String> done) {
        if (done.add(key(step.name().value()))) {
            step.inputs().forEach(input -> job.step(input.value()).ifPresent(before -> visit(before, done)));
            ordered.add(step);
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
