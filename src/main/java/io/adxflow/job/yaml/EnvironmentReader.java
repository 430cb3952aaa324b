package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.BAD_CLUSTER;
import static io.adxflow.job.model.JobProblem.BAD_NAME;
import static io.adxflow.job.model.JobProblem.OTHER_CLOUD;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.AdxConnection;
import io.adxflow.job.model.Auth;
import io.adxflow.job.model.DatabricksTarget;
import io.adxflow.job.model.Engine;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Parameter;
import io.adxflow.job.model.ParameterType;
import io.adxflow.job.model.Text;
import io.adxflow.job.parameter.ParameterValues;
import io.adxflow.job.parameter.Variables;
import io.adxflow.job.shape.EnvironmentShape;
import io.adxflow.secret.entra.Cloud;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a YAML tree into an environment. What is wrong is a finding. */
public final class EnvironmentReader {
    private final Findings findings;
    private final Values values;

    public EnvironmentReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings, new Variables(List.of(), Set.of()));
    }

    /** The environment; empty when a part of it could not be read, and then the findings say which. */
    public Optional<Environment> read(String name, YamlNode tree) {
        return values.fields(tree, EnvironmentShape.ENVIRONMENT, Span.at(0)).flatMap(fields -> {
            List<Parameter> parameters =
                    fields.find("parameters").map(this::parameters).orElse(List.of());
            Optional<DatabricksTarget> databricks = fields.find("databricks")
                    .flatMap(node -> new DatabricksReader(values).read(node, fields.place("databricks")));
            return fields.find("adx")
                    .flatMap(node -> adx(node, fields.place("adx")))
                    .filter(adx -> findings.count() == 0)
                    .map(adx -> new Environment(findings.shown(), name, adx, databricks, parameters));
        });
    }

    private Optional<AdxConnection> adx(YamlNode node, Span owner) {
        return values.fields(node, EnvironmentShape.ADX, owner).flatMap(fields -> {
            Optional<URI> cluster = fields.find("cluster").flatMap(values::text).flatMap(this::cluster);
            Optional<Text> database = fields.find("database").flatMap(values::text);
            Optional<Engine> engine =
                    fields.find("engine").flatMap(word -> values.word(word, List.of(Engine.values()), Engine::word));
            boolean isEmulator = fields.find("emulator").map(this::mayBeTrue).orElse(false);
            Optional<Cloud> cloud = cluster.flatMap(uri -> cloud(fields, uri));
            Optional<Auth> auth = new AuthReader(values).read(fields, owner, isEmulator);
            return cluster.flatMap(uri -> database.flatMap(text -> engine.flatMap(found -> cloud.flatMap(where ->
                    auth.map(signIn -> new AdxConnection(uri, text.value(), found, where, signIn, isEmulator))))));
        });
    }

    /** The one that is named, else that of the address; both must agree. */
    private Optional<Cloud> cloud(Fields fields, URI cluster) {
        Optional<Cloud> ofAddress = Cloud.ofHost(cluster.getHost());
        if (!fields.has("cloud")) {
            return Optional.of(ofAddress.orElse(Cloud.PUBLIC));
        }
        Optional<Cloud> named = fields.find("cloud").flatMap(word -> values.word(word, Cloud.ALL, Cloud::word));
        if (named.isPresent()
                && ofAddress.filter(other -> !other.equals(named.get())).isPresent()) {
            findings.add(OTHER_CLOUD
                    .at(
                            fields.place("cloud"),
                            ofAddress.get().word(),
                            named.get().word())
                    .withHint("its clusters end in ." + named.get().hostSuffix()));
        }
        return named;
    }

    /** A wrong value is told; that there should be a sign-in is then not told as well. */
    private boolean mayBeTrue(YamlNode node) {
        return values.truth(node).orElse(true);
    }

    private Optional<URI> cluster(Text text) {
        try {
            URI uri = new URI(text.value().replaceAll("/+$", ""));
            boolean isAddress =
                    uri.getHost() != null && List.of("https", "http").contains(uri.getScheme());
            if (isAddress && uri.getRawPath().isEmpty() && uri.getRawQuery() == null && uri.getUserInfo() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            findings.add(badCluster(text, e.getReason()));
            return Optional.empty();
        }
        findings.add(badCluster(text, "it has a scheme and a host, and no path"));
        return Optional.empty();
    }

    private static Diagnostic badCluster(Text text, String reason) {
        return BAD_CLUSTER
                .at(text.span(), text.value())
                .withHint(reason + "; for example https://contoso.westeurope.kusto.windows.net");
    }

    private List<Parameter> parameters(YamlNode node) {
        List<Parameter> parameters = new ArrayList<>();
        for (YamlNode.Entry entry : values.named(node)) {
            if (!Variables.isName(entry.name())) {
                findings.add(BAD_NAME.at(entry.key().span(), entry.name()));
            } else {
                values.text(entry.value())
                        .ifPresent(text -> parameters.add(new Parameter(
                                entry.name(), type((YamlNode.Scalar) entry.value()), text.value(), text.span())));
            }
        }
        return parameters;
    }

    private static ParameterType type(YamlNode.Scalar scalar) {
        return scalar.isPlain() ? ParameterValues.typeOf(scalar.value()) : ParameterType.STRING;
    }
}
