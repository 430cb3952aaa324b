package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.DUPLICATE_NAME;
import static io.adxflow.job.model.JobProblem.TOO_MANY;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.Check;
import io.adxflow.job.model.Deployment;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.Source;
import io.adxflow.job.model.SqlReader;
import io.adxflow.job.model.Step;
import io.adxflow.job.model.Text;
import io.adxflow.job.parameter.Variables;
import io.adxflow.job.shape.JobShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Turns a YAML tree into a job. What is wrong is a finding, and the rest is read all the same. */
public final class JobReader {
    private static final String NAME_RULE = "a name has letters, digits and '_', and does not start with a digit";
    private static final String JOB_NAME_RULE =
            "a job's name has letters, digits, '-' and '_', and starts with a letter";

    /** The graph is followed by recursion. */
    private static final int MAX_TABLES = 500;

    private final Findings findings;
    private final SqlReader sql;
    private final Environment environment;
    private final Set<String> unread = new LinkedHashSet<>();
    private final Map<String, String> tables = new HashMap<>();

    public JobReader(Findings findings, SqlReader sql, Environment environment) {
        this.findings = findings;
        this.sql = sql;
        this.environment = environment;
    }

    /** @param settings values of parameters that win over those of the job and of the environment */
    public JobDraft read(YamlNode tree, Map<String, String> settings) {
        int before = findings.count();
        Optional<Fields> fields =
                new Values(findings, new Variables(List.of(), Set.of())).fields(tree, JobShape.JOB, Span.at(0));
        ParameterReader parameters = new ParameterReader(findings, environment.parameters(), settings);
        Variables variables = parameters.read(
                fields.flatMap(found -> found.find("parameters")),
                fields.filter(found -> found.has("parameters"))
                        .map(found -> found.place("parameters"))
                        .orElse(Span.at(0)));
        Job job = job(fields, new Values(findings, variables), parameters);
        return new JobDraft(job, environment, unread, before == findings.count());
    }

    private Job job(Optional<Fields> fields, Values values, ParameterReader parameters) {
        SourceReader sources = new SourceReader(values);
        StepReader steps = new StepReader(values, sql);
        Optional<Text> name = fields.flatMap(found -> found.find("name"))
                .flatMap(node -> values.name(node, JobShape.JOB_NAME, JOB_NAME_RULE));
        String description = fields.flatMap(found -> found.find("description"))
                .flatMap(values::text)
                .map(Text::value)
                .orElse("");
        List<Source> read = tables(fields, "read", "source", values, sources::read);
        List<Step> computed = tables(fields, "transform", "step", values, steps::read);
        return new Job(
                findings.shown(),
                name.orElse(new Text("unnamed", Span.at(0))),
                description,
                parameters.parameters(),
                read,
                computed,
                checks(fields, values),
                sinks(fields, values),
                fields.flatMap(found -> found.find("schedule")).flatMap(node -> new ScheduleReader(values).read(node)),
                fields.flatMap(found -> found.find("deploy"))
                        .map(node -> new DeploymentReader(values, parameters.parameters()).read(node))
                        .orElse(Deployment.DEFAULT));
    }

    /** Sources or steps. Both share one space of names, because SQL cannot tell them apart. */
    private <T> List<T> tables(
            Optional<Fields> fields,
            String key,
            String what,
            Values values,
            BiFunction<Text, YamlNode, Optional<T>> reader) {
        List<T> found = new ArrayList<>();
        List<YamlNode.Entry> entries = entries(fields, key, values);
        if (entries.size() > MAX_TABLES) {
            findings.add(TOO_MANY.at(fields.orElseThrow().place(key), MAX_TABLES, what, entries.size()));
            entries.forEach(entry -> unread.add(entry.name()));
            return found;
        }
        for (YamlNode.Entry entry : entries) {
            Optional<Text> name = values.name(entry, JobShape.NAME, NAME_RULE).filter(text -> isNew(text, what));
            Optional<T> table = reader.apply(new Text(entry.name(), entry.key().span()), entry.value());
            if (name.isPresent() && table.isPresent()) {
                found.add(table.get());
            } else {
                unread.add(entry.name());
            }
        }
        return found;
    }

    private boolean isNew(Text name, String what) {
        String other = tables.putIfAbsent(name.value().toLowerCase(Locale.ROOT), what);
        if (other != null) {
            findings.add(DUPLICATE_NAME
                    .at(name.span(), name.value(), other)
                    .withHint("sources and steps share one space of names, in which capitals and small letters"
                            + " are the same"));
        }
        return other == null;
    }

    private List<Check> checks(Optional<Fields> fields, Values values) {
        CheckReader reader = new CheckReader(values, sql);
        List<Check> checks = new ArrayList<>();
        for (YamlNode.Entry entry : entries(fields, "check", values)) {
            Text step = new Text(entry.name(), entry.key().span());
            values.items(entry.value()).forEach(item -> reader.read(step, item).ifPresent(checks::add));
        }
        return checks;
    }

    private List<Sink> sinks(Optional<Fields> fields, Values values) {
        SinkReader reader = new SinkReader(values);
        List<Sink> sinks = new ArrayList<>();
        for (YamlNode.Entry entry : entries(fields, "write", values)) {
            values.name(entry, JobShape.ADX_TABLE, SinkReader.TABLE_RULE)
                    .flatMap(name -> reader.read(name, entry.value()))
                    .ifPresent(sinks::add);
        }
        return sinks;
    }

    private static List<YamlNode.Entry> entries(Optional<Fields> fields, String key, Values values) {
        return fields.flatMap(found -> found.find(key)).map(values::named).orElse(List.of());
    }
}
