package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.BAD_MAIL;
import static io.adxflow.job.model.JobProblem.UNKNOWN_DYNAMIC_VALUE;
import static io.adxflow.job.model.JobProblem.UNKNOWN_PARAMETER;

import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.job.model.Deployment;
import io.adxflow.job.model.Parameter;
import io.adxflow.job.model.Text;
import io.adxflow.job.shape.DeploymentShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how Databricks treats a job. What is wrong is a finding, and left out. */
record DeploymentReader(Values values, List<Parameter> declared) {
    private static final int MAX_RETRIES = 100;
    private static final Pattern ADDRESS =
            Pattern.compile("[^@\\s]+@[^@\\s]+|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final String TIME =
            "(iso_(date|datetime|weekday)|is_weekday|year|month|day|hour|minute|second|timestamp_ms)";

    /** What Databricks fills in; it passes everything else on as it is. */
    private static final Pattern DYNAMIC = Pattern.compile("job\\.(id|name|run_id|repair_count|trigger\\.type)"
            + "|job\\.(start_time|trigger\\.time)\\." + TIME + "|task\\.(name|run_id|execution_count)"
            + "|workspace\\.(id|url)|backfill\\.iso_(date|datetime)");

    Deployment read(YamlNode node) {
        return values.fields(node, DeploymentShape.DEPLOY, node.span())
                .map(this::deployment)
                .orElse(Deployment.DEFAULT);
    }

    private Deployment deployment(Fields fields) {
        return new Deployment(
                fields.find("retries")
                        .flatMap(value -> values.number(value, 0, MAX_RETRIES))
                        .orElse(0),
                fields.find("retry-after").flatMap(values::duration),
                fields.find("timeout").flatMap(values::duration),
                fields.find("warn-after").flatMap(values::duration),
                fields.find("notify").map(this::notifications).orElse(Deployment.DEFAULT.notifications()),
                fields.find("tags").map(this::tags).orElse(Map.of()),
                fields.find("permissions").stream()
                        .flatMap(list -> values.items(list).stream())
                        .flatMap(item -> permission(item).stream())
                        .toList(),
                fields.find("parameters").map(this::parameters).orElse(Map.of()));
    }

    private Deployment.Notifications notifications(YamlNode node) {
        return values.fields(node, DeploymentShape.NOTIFY, node.span())
                .map(fields -> new Deployment.Notifications(
                        addresses(fields, "start"),
                        addresses(fields, "success"),
                        addresses(fields, "failure"),
                        addresses(fields, "late")))
                .orElse(Deployment.DEFAULT.notifications());
    }

    private List<String> addresses(Fields fields, String key) {
        List<Text> texts = fields.find(key).map(values::texts).orElse(List.of());
        texts.stream().filter(text -> !ADDRESS.matcher(text.value()).matches()).forEach(text -> values.findings()
                .add(BAD_MAIL.at(text.span(), text.value())
                        .withHint("team@contoso.com, or the id of a notification destination of the workspace")));
        return texts.stream().map(Text::value).toList();
    }

    private Map<String, String> tags(YamlNode node) {
        Map<String, String> tags = new LinkedHashMap<>();
        values.named(node)
                .forEach(entry -> values.text(entry.value()).ifPresent(text -> tags.put(entry.name(), text.value())));
        return tags;
    }

    private Optional<Deployment.Permission> permission(YamlNode node) {
        return values.fields(node, DeploymentShape.PERMISSION, node.span()).flatMap(fields -> {
            Optional<Deployment.Level> level = fields.find("may")
                    .flatMap(word -> values.word(word, List.of(Deployment.Level.values()), Deployment.Level::word));
            return Stream.of(Deployment.Principal.values())
                    .filter(kind -> fields.has(kind.word()))
                    .findFirst()
                    .flatMap(kind -> fields.find(kind.word())
                            .flatMap(values::text)
                            .flatMap(name -> level.map(may -> new Deployment.Permission(kind, name.value(), may))));
        });
    }

    private Map<String, Text> parameters(YamlNode node) {
        Map<String, Text> found = new LinkedHashMap<>();
        List<String> names = declared.stream().map(Parameter::name).toList();
        for (YamlNode.Entry entry : values.named(node)) {
            if (!names.contains(entry.name())) {
                values.findings()
                        .add(UNKNOWN_PARAMETER
                                .at(entry.key().span(), entry.name())
                                .withHint(Suggestion.hint(entry.name(), "parameters of the job", names)));
            }
            values.raw(entry.value()).filter(this::isKnown).ifPresent(text -> found.put(entry.name(), text));
        }
        return found;
    }

    private boolean isKnown(Text text) {
        Matcher matcher = REFERENCE.matcher(text.value());
        while (matcher.find()) {
            if (!DYNAMIC.matcher(matcher.group(1).strip()).matches()) {
                values.findings()
                        .add(UNKNOWN_DYNAMIC_VALUE
                                .at(text.span(), matcher.group())
                                .withHint("for example {{job.start_time.iso_date}} or {{job.run_id}}"));
                return false;
            }
        }
        return true;
    }
}
