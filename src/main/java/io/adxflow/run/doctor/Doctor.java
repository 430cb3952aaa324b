package io.adxflow.run.doctor;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.run.connect.Clusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at everything that a run needs, and goes on as far as it can when something is missing:
 *
 * <pre>
 *   process ──► secrets ──► tenant ──► token ──► engine ──► ingestion ──► storage ──► sources ──► sinks ──► roles
 * </pre>
 */
public final class Doctor {
    private final Clusters clusters;
    private final Findings findings = new Findings();

    public Doctor(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What was found so far, in the order of the looks. */
    public List<Finding> findings() {
        return findings.all();
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
    public void look(Environment environment, Optional<Job> job) {
        new ProcessChecks(findings).look(environment);
        Optional<AdxCluster> cluster = new SignInChecks(findings, clusters).look(environment);
        if (cluster.isEmpty()) {
            findings.skipped("cluster", "without a sign-in it cannot be asked");
            return;
        }
        try (AdxClient client = AdxClient.connectOnce(cluster.get())) {
            ClusterChecks checks = new ClusterChecks(findings, cluster.get());
            boolean answers = checks.look(client);
            checks.lookAtIngestion();
            if (!answers) {
                findings.skipped("tables", "the engine endpoint does not answer");
            } else if (job.isPresent()) {
                new TableChecks(findings, client).look(job.get());
                roles(client, job.get(), environment);
            }
        }
    }

    private void roles(AdxClient client, Job job, Environment environment) {
        try {
            new RoleChecks(findings, client).look(job, environment);
        } catch (UserException | RemoteException refused) {
            findings.look("roles", () -> {
                throw refused;
            });
        }
    }

    /** A result that leaves a look. */
    private static final class Loaded<T> {
        private Optional<T> value = Optional.empty();
    }
}
