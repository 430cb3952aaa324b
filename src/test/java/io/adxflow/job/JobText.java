package io.adxflow.job;

import io.adxflow.job.model.Check;
import io.adxflow.job.model.Deployment;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Setting;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.Source;
import io.adxflow.job.model.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A job as a few lines of text: what was understood, without the places. */
final class JobText {
    private JobText() {}

    static String of(Job job) {
        List<String> lines = new ArrayList<>();
        job.parameters()
                .forEach(parameter -> lines.add("parameter " + parameter.name() + ": "
                        + parameter.type().word() + " " + parameter.value()));
        job.sources().forEach(source -> lines.add("source " + source.name() + " = " + source(source)));
        job.steps().forEach(step -> lines.add("step " + step.name() + " <- " + step.inputs() + " " + step(step)));
        job.checks().forEach(check -> lines.add("check " + check.step() + ": " + check(check)));
        job.sinks()
                .forEach(sink -> lines.add("sink " + sink.name() + " <- " + sink.from() + ", "
                        + sink.mode().value().word() + " " + sink(sink)));
        job.schedule()
                .ifPresent(schedule -> lines.add("schedule " + schedule.cron() + " " + schedule.zone()
                        + (schedule.isPaused() ? " paused" : "")));
        if (!job.deployment().equals(Deployment.DEFAULT)) {
            lines.addAll(deployment(job.deployment()));
        }
        return String.join("\n", lines);
    }

    private static List<String> deployment(Deployment deploy) {
        List<String> lines = new ArrayList<>();
        lines.add("deploy retries " + deploy.retries() + seconds(" after ", deploy.retryAfter())
                + seconds(", timeout ", deploy.timeout()));
        Deployment.Notifications mail = deploy.notifications();
        lines.add("deploy mail start " + mail.start() + ", success " + mail.success() + ", failure " + mail.failure());
        lines.add("deploy tags " + new TreeMap<>(deploy.tags()));
        deploy.permissions()
                .forEach(one -> lines.add("deploy permission " + one.kind().word() + " " + one.name() + " "
                        + one.level().word()));
        deploy.parameters().forEach((name, value) -> lines.add("deploy parameter " + name + " = " + value));
        return lines;
    }

    private static String seconds(String what, Optional<Duration> duration) {
        return duration.map(found -> what + found.toSeconds() + " s").orElse("");
    }

    static String of(Environment environment) {
        return environment.name() + ": " + environment.adx().cluster() + " "
                + environment.adx().database() + " "
                + environment.adx().engine().word() + " "
                + environment.adx().auth().mode().word() + (environment.adx().isEmulator() ? " emulator" : "")
                + environment
                        .databricks()
                        .map(target -> "\n" + target.host() + " " + target.volume() + " " + target.workers() + " "
                                + target.nodeType()
                                + target.policy()
                                        .map(policy -> " policy " + policy)
                                        .orElse(""))
                        .orElse("");
    }

    private static String source(Source source) {
        if (source instanceof Source.Kql kql) {
            return "kql " + kql.query().text().strip().replace("\n", "\n    ");
        }
        if (source instanceof Source.Table table) {
            return "table " + table.table();
        }
        if (source instanceof Source.File file) {
            return "file " + file.place().location() + " " + file.format().word() + options(file.options());
        }
        return source instanceof Source.SparkFormat format
                ? "spark format " + format.format() + options(format.options())
                : "spark table " + ((Source.SparkTable) source).table();
    }

    private static String step(Step step) {
        return step instanceof Step.Sql sql
                ? "sql " + sql.query().text().strip().replace("\n", "\n    ")
                : "java " + ((Step.JavaClass) step).className();
    }

    private static String check(Check check) {
        return check.condition() + ", otherwise " + check.otherwise().word()
                + check.into().map(table -> " into " + table).orElse("");
    }

    private static String sink(Sink sink) {
        if (sink instanceof Sink.Adx adx) {
            return "table " + adx.table() + (adx.key().isEmpty() ? "" : " key " + adx.key());
        }
        if (sink instanceof Sink.File file) {
            return "file " + file.place().location() + " " + file.format().word() + options(file.options());
        }
        return sink instanceof Sink.SparkFormat format
                ? "spark format " + format.format() + options(format.options())
                : "spark table " + ((Sink.SparkTable) sink).table();
    }

    private static String options(Map<String, Setting> options) {
        return new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> " " + option.getKey() + "="
                                + (option.getValue() instanceof Setting.Plain plain
                                        ? plain.value()
                                        : ((Setting.Hidden) option.getValue()).reference()))
                        .collect(Collectors.joining());
    }
}
