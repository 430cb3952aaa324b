package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.BAD_NUMBER;
import static io.adxflow.job.model.JobProblem.BAD_VOLUME;
import static io.adxflow.job.model.JobProblem.BAD_WORKSPACE;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.DatabricksTarget;
import io.adxflow.job.model.DatabricksTarget.Workers;
import io.adxflow.job.model.Text;
import io.adxflow.job.shape.EnvironmentShape;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where jobs are deployed. */
record DatabricksReader(Values values) {
    private static final String NODE_TYPE = "Standard_D4ds_v5";
    private static final Workers WORKERS = new Workers(2, 2);
    private static final int MAX_WORKERS = 100_000;
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})(?:-([0-9]{1,6}))?");
    /** Without TLS a token stays on this machine. */
    private static final Pattern ADDRESS =
            Pattern.compile("(https://[A-Za-z0-9.-]+|http://(localhost|127\\.0\\.0\\.1))(:[0-9]{1,5})?/?");

    private static final Pattern VOLUME = Pattern.compile("/Volumes(/[A-Za-z0-9_.-]+){3,20}/?");

    Optional<DatabricksTarget> read(YamlNode node, Span owner) {
        return values.fields(node, EnvironmentShape.DATABRICKS, owner).flatMap(fields -> {
            Optional<URI> host = fields.find("host").flatMap(values::text).flatMap(this::host);
            Optional<String> volume =
                    fields.find("volume").flatMap(values::text).flatMap(this::volume);
            Optional<Workers> workers = fields.has("workers")
                    ? fields.find("workers").flatMap(values::text).flatMap(this::workers)
                    : Optional.of(WORKERS);
            return host.flatMap(uri -> volume.flatMap(folder -> workers.map(count -> new DatabricksTarget(
                    uri,
                    folder,
                    text(fields, "node-type").orElse(NODE_TYPE),
                    count,
                    text(fields, "cluster-policy"),
                    text(fields, "run-as"),
                    owner))));
        });
    }

    private Optional<String> text(Fields fields, String key) {
        return fields.find(key).flatMap(values::text).map(Text::value);
    }

    private Optional<Workers> workers(Text text) {
        Matcher range = RANGE.matcher(text.value());
        if (range.matches()) {
            int least = Integer.parseInt(range.group(1));
            int most = range.group(2) == null ? least : Integer.parseInt(range.group(2));
            if (least >= 1 && least <= most && most <= MAX_WORKERS) {
                return Optional.of(new Workers(least, most));
            }
        }
        values.findings()
                .add(BAD_NUMBER
                        .at(text.span(), 1, MAX_WORKERS, text.value())
                        .withHint("for example 4, or 2-8 to have as many as are needed"));
        return Optional.empty();
    }

    private Optional<URI> host(Text text) {
        if (ADDRESS.matcher(text.value()).matches()) {
            return Optional.of(URI.create(text.value().replaceAll("/+$", "")));
        }
        values.findings()
                .add(BAD_WORKSPACE
                        .at(text.span(), text.value())
                        .withHint("for example https://adb-1234567890123456.7.azuredatabricks.net"));
        return Optional.empty();
    }

    private Optional<String> volume(Text text) {
        boolean isPlain =
                VOLUME.matcher(text.value()).matches() && !text.value().contains("/..");
        if (isPlain) {
            return Optional.of(text.value().replaceAll("/+$", ""));
        }
        values.findings()
                .add(BAD_VOLUME.at(text.span(), text.value()).withHint("for example /Volumes/main/etl/adxflow"));
        return Optional.empty();
    }
}
