package io.adxflow.run.spark;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.model.Check;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Source;
import io.adxflow.job.model.Step;
import io.adxflow.job.model.Text;
import io.adxflow.run.model.JobGraph;
import io.adxflow.run.quality.CheckSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The tables of a job as Spark knows them: every source and step once, as a temporary view under its name. A table with
 * several readers, or with checks, keeps its rows after they are computed, so that nothing is read or computed twice;
 * a table with one reader is part of that reader's pass. The view of a checked step shows the rows that go on.
 */
final class FlowTables {
    private final Job job;
    private final JobGraph graph;
    private final RowCounts counts;
    private final Map<String, Dataset<Row>> views = new HashMap<>();
    private final Map<String, Dataset<Row>> unchecked = new HashMap<>();
    private final List<Dataset<Row>> kept = new ArrayList<>();

    FlowTables(Job job, JobGraph graph, RowCounts counts) {
        this.job = job;
        this.graph = graph;
        this.counts = counts;
    }

    /**
     * Lets Spark find out the columns of every source and step, without reading rows.
     *
     * @throws UserException with everything that is wrong; a step behind a wrong one is not looked at
     */
    void define(SourceTables sources, StepTables steps) {
        List<Diagnostic> problems = new ArrayList<>();
        Definition definition = new Definition(job, problems);
        for (Source source : job.sources()) {
            if (!graph.consumersOf(source.name()).isEmpty()) {
                definition.source(source, () -> sources.open(source)).ifPresent(rows -> add(source.name(), rows));
            }
        }
        for (Step step : graph.stepsInOrder()) {
            if (step.inputs().stream().allMatch(input -> views.containsKey(key(input)))) {
                definition.step(step, () -> steps.define(step)).ifPresent(rows -> addStep(step, rows, definition));
            }
        }
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
    }

    /** The rows that go on from a source or a step. */
    Dataset<Row> rows(Text table) {
        return views.get(key(table));
    }

    /** The rows of a step before its checks left some out. */
    Dataset<Row> unchecked(Text step) {
        return unchecked.get(key(step));
    }

    /** Gives up the rows that were kept. */
    void forget() {
        kept.forEach(rows -> rows.unpersist(false));
    }

    private Dataset<Row> add(Text name, Dataset<Row> rows) {
        Dataset<Row> counted = counts.counting(key(name), rows);
        if (graph.isKept(name)) {
            counted = counted.persist(StorageLevel.MEMORY_AND_DISK());
            kept.add(counted);
        }
        show(name, counted);
        return counted;
    }

    private void addStep(Step step, Dataset<Row> rows, Definition definition) {
        Dataset<Row> all = add(step.name(), rows);
        unchecked.put(key(step.name()), all);
        List<Check> checks = job.checksOf(step);
        if (definition.areComputable(checks, all)) {
            show(step.name(), all.filter(CheckSql.kept(checks)));
        }
    }

    private void show(Text name, Dataset<Row> rows) {
        rows.createOrReplaceTempView(name.value());
        views.put(key(name), rows);
    }

    static String key(Text name) {
        return name.value().toLowerCase(Locale.ROOT);
    }
}
