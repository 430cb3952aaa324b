package io.adxflow.run;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.model.Check;
import io.adxflow.job.model.Engine;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.Source;
import io.adxflow.job.model.Step;
import io.adxflow.job.model.Text;
import io.adxflow.job.model.WriteMode;
import io.adxflow.run.model.AdxWrite;
import io.adxflow.run.model.JobGraph;
import io.adxflow.run.model.RunPlan;
import io.adxflow.run.model.RunPlan.PlannedSink;
import io.adxflow.run.model.RunPlan.PlannedSource;
import io.adxflow.run.model.RunPlan.PlannedStep;
import io.adxflow.run.model.RunProblem;
import io.adxflow.run.model.SourceKql;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says what a run will do, from the job and the environment alone. */
final class RunPlanner {
    private final Job job;
    private final Environment environment;
    private final JobGraph graph;

    RunPlanner(Job job, Environment environment) {
        this.job = job;
        this.environment = environment;
        this.graph = JobGraph.of(job);
    }

    /** @throws UserException when the job asks for what this version cannot do */
    RunPlan plan() {
        requireKnownModes();
        return new RunPlan(
                job.name().value(),
                job.description(),
                environment.name(),
                environment.adx().engine().word(),
                environment.adx().cluster().toString(),
                environment.adx().database(),
                job.sources().stream().map(this::source).toList(),
                graph.stepsInOrder().stream().map(this::step).toList(),
                Stream.concat(
                                AdxWrite.of(job).stream().map(RunPlanner::table),
                                job.sinks().stream()
                                        .filter(sink -> !(sink instanceof Sink.Adx))
                                        .map(RunPlanner::other))
                        .toList());
    }

    private void requireKnownModes() {
        List<Diagnostic> problems = job.sinks().stream()
                .map(Sink::mode)
                .filter(mode -> mode.value() != WriteMode.APPEND && mode.value() != WriteMode.REPLACE)
                .map(mode -> RunProblem.MODE_UNSUPPORTED
                        .at(mode.span(), SinkTally.word(mode.value()))
                        .withHint("use append or replace")
                        .in(job.text()))
                .toList();
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
    }

    private PlannedSource source(Source source) {
        return new PlannedSource(
                source.name().value(), kind(source), read(source), path(source), graph.consumersOf(source.name()));
    }

    private PlannedStep step(Step step) {
        boolean sql = step instanceof Step.Sql;
        return new PlannedStep(
                step.name().value(),
                sql ? "sql" : "java",
                sql
                        ? ((Step.Sql) step).query().text().strip()
                        : ((Step.JavaClass) step).className().value(),
                step.inputs().stream().map(Text::value).toList(),
                job.checksOf(step).stream().map(RunPlanner::check).toList(),
                graph.isKept(step.name()));
    }

    private static String kind(Source source) {
        if (source instanceof Source.Kql) {
            return "kql";
        } else if (source instanceof Source.Table) {
            return "table";
        }
        return source instanceof Source.File ? "file" : "spark";
    }

    private static String read(Source source) {
        if (source instanceof Source.File file) {
            return file.place().location();
        } else if (source instanceof Source.SparkTable table) {
            return table.table().value();
        } else if (source instanceof Source.SparkFormat format) {
            return format.format().value();
        }
        return SourceKql.of(source).orElseThrow();
    }

    private String path(Source source) {
        if (source instanceof Source.File file) {
            return "Spark reads " + file.format().name().toLowerCase(Locale.ROOT) + " files";
        } else if (SourceKql.of(source).isEmpty()) {
            return "Spark's data source reads";
        }
        return environment.adx().engine() == Engine.BUILTIN
                ? "builtin engine, one query, rows streamed over HTTP; whole result, no window"
                : "Kusto Spark connector, read mode left to it; whole result, no window";
    }

    private static String check(Check check) {
        String otherwise = check.otherwise().name().toLowerCase(Locale.ROOT);
        return check.condition().text().strip() + ", otherwise " + otherwise
                + check.into().map(table -> " into " + table.value()).orElse("");
    }

    private static PlannedSink table(AdxWrite write) {
        String commit = write.mode() == WriteMode.APPEND
                ? "staged, counted, then moved by one guarded .move extents"
                : "staged, counted, then swapped by one guarded .replace extents";
        return new PlannedSink(
                write.name().value(),
                write.from().value() + (write.quarantine().isPresent() ? " (quarantine)" : ""),
                "adx",
                SinkTally.word(write.mode()),
                commit);
    }

    private static PlannedSink other(Sink sink) {
        return new PlannedSink(
                sink.name().value(),
                sink.from().value(),
                sink instanceof Sink.File ? "file" : "spark",
                SinkTally.word(sink.mode().value()),
                sink instanceof Sink.File
                        ? "staged beside it, then renamed; not atomic with other sinks"
                        : "written before ADX commits; not atomic with other sinks");
    }
}
