package io.adxflow.run.doctor;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Source;
import io.adxflow.run.connect.Clusters;
import io.adxflow.run.model.AdxWrite;
import io.adxflow.run.model.SourceKql;
import io.adxflow.run.model.SparkHost;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks at everything that a run needs, and goes on as far as it can when something is missing:
 *
 * <pre>
 *   process                   ingestion ──► storage
 *   secrets ──► tenant ──► token ──► engine ──► sources, sinks, columns, roles
 *   what others look at beside it
 * </pre>
 */
public final class Doctor {
    /** A person waits for the answer. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Clusters clusters;
    private final SparkHost host;
    private final Clock clock;
    private final Consumer<String> progress;
    private final List<Beside> beside = new ArrayList<>();

    /** A look of somebody else. */
    private record Beside(String subject, Consumer<Findings> look) {}

    /** @param progress hears what is being looked at, whenever that changes */
    public Doctor(Clusters clusters, SparkHost host, Clock clock, Consumer<String> progress) {
        this.clusters = clusters;
        this.host = host;
        this.clock = clock;
        this.progress = progress;
    }

    /** Has something else looked at beside the rest, and shown last. */
    public Doctor with(String subject, Consumer<Findings> look) {
        beside.add(new Beside(subject, look));
        return this;
    }

    /**
     * Loads what is looked at. What is wrong with it is a finding.
     *
     * @return empty when it could not be loaded
     */
    public static <T> Optional<T> load(String subject, Supplier<T> loader, List<Finding> into) {
        Findings found = new Findings();
        Loaded<T> loaded = new Loaded<>();
        found.look(subject, () -> {
            loaded.value = Optional.of(loader.get());
            return "complete";
        });
        into.addAll(found.all());
        return loaded.value;
    }

    /** Looks at an environment, and at a job in it when there is one. */
    public List<Finding> look(Environment environment, Optional<Job> job) {
        try (Looks looks = new Looks(progress, clock, LIMIT)) {
            looks.beside("this process", findings -> new ProcessChecks(findings).look(environment));
            Looks.Look<Optional<AdxCluster>> signIn = looks.begin("sign-in", findings -> {
                job.ifPresent(found -> new SecretChecks(findings, clusters.secrets()).look(found));
                return new SignInChecks(findings, clusters).look(environment);
            });
            Looks others = new Looks(progress, clock, LIMIT);
            try (others) {
                beside.forEach(other -> others.beside(other.subject(), other.look()));
                Optional<AdxCluster> cluster = looks.await(signIn).flatMap(found -> found);
                cluster.ifPresentOrElse(
                        found -> lookAt(found, environment, job, looks),
                        () -> looks.beside(
                                "cluster",
                                findings -> findings.skipped("cluster", "without a sign-in it cannot be asked")));
                List<Finding> all = new ArrayList<>(looks.all());
                all.addAll(others.all());
                return all;
            }
        }
    }

    private void lookAt(AdxCluster cluster, Environment environment, Optional<Job> job, Looks looks) {
        try (AdxClient client = AdxClient.connectOnce(cluster)) {
            Looks.Look<Boolean> engine =
                    looks.begin("engine endpoint", findings -> new ClusterChecks(findings, cluster).look(client));
            looks.beside("ingestion endpoint", findings -> new ClusterChecks(findings, cluster).lookAtIngestion());
            if (!looks.await(engine).orElse(false)) {
                looks.beside("tables", findings -> findings.skipped("tables", "the engine endpoint does not answer"));
            } else {
                job.ifPresent(found -> lookAt(found, environment, client, looks));
            }
            looks.all();
        }
    }

    private void lookAt(Job job, Environment environment, AdxClient client, Looks looks) {
        for (Source source : job.sources()) {
            SourceKql.of(source)
                    .ifPresent(
                            kql -> looks.beside("source " + source.name(), findings -> new TableChecks(findings, client)
                                    .source(source.name().value(), kql)));
        }
        List<AdxWrite> writes = AdxWrite.of(job);
        for (AdxWrite write : writes) {
            looks.beside("sink " + write.table(), findings -> new TableChecks(findings, client).sink(write));
        }
        if (!writes.isEmpty()) {
            looks.beside("columns", findings -> new ColumnChecks(findings, clusters, host, clock)
                    .look(job, environment, client.cluster()));
        }
        looks.beside("roles", findings -> new RoleChecks(findings, client).look(job, environment));
    }

    /** A result that leaves a look. */
    private static final class Loaded<T> {
        private Optional<T> value = Optional.empty();
    }
}
