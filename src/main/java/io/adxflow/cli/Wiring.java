package io.adxflow.cli;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.databricks.DbutilsSecrets;
import io.adxflow.databricks.workspace.Workspace;
import io.adxflow.job.Environments;
import io.adxflow.job.Jobs;
import io.adxflow.job.file.LocalFiles;
import io.adxflow.job.model.DatabricksTarget;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.WritableFiles;
import io.adxflow.run.JobRunner;
import io.adxflow.run.connect.Clusters;
import io.adxflow.run.connect.SecretValues;
import io.adxflow.run.connect.SignInPlaces;
import io.adxflow.run.model.RunListener;
import io.adxflow.run.model.SparkHost;
import io.adxflow.run.spark.HadoopFiles;
import io.adxflow.secret.FileSecrets;
import io.adxflow.secret.VariableSecrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds what the commands work with. The only place that looks at the process: its environment variables, its clock,
 * its working directory.
 *
 * @param environment the environment variables
 * @param directory relative paths start here
 */
public record Wiring(Map<String, String> environment, Clock clock, Path directory, SparkHost host) {
    /** Set on every Databricks cluster. */
    private static final String DATABRICKS = "DATABRICKS_RUNTIME_VERSION";

    /** For tests: a server of this machine that plays Entra ID. */
    private static final String ENTRA_STAND_IN = "ADXFLOW_ENTRA_STAND_IN";

    public Wiring {
        environment = Map.copyOf(environment);
    }

    static Wiring ofProcess() {
        SparkHost host = hostedBySpark() ? SparkHost.CLUSTER : SparkHost.WORKSTATION;
        return new Wiring(System.getenv(), Clock.systemUTC(), Path.of("").toAbsolutePath(), host);
    }

    /**
     * Whether this process belongs to somebody else's Spark application: a Databricks cluster sets the variable, and
     * spark-submit sets the property for every program it starts.
     */
    public static boolean hostedBySpark() {
        return System.getenv(DATABRICKS) != null || System.getProperty("spark.submit.deployMode") != null;
    }

    WritableFiles files() {
        WritableFiles local = new LocalFiles(directory);
        return host == SparkHost.CLUSTER ? HadoopFiles.ofApplication(local) : local;
    }

    Jobs jobs() {
        return new Jobs(files());
    }

    Environments environments() {
        return new Environments(files());
    }

    /** Secrets come from the scopes of a Databricks workspace, else from variables, else from a file beside that of the environment: {@code conf/prod.secrets}. */
    SecretValues secrets(Environment of) {
        String file = of.text().name().replaceFirst("\\.ya?ml$", "") + ".secrets";
        return new SecretValues(List.of(
                new DbutilsSecrets(environment.getOrDefault(DATABRICKS, "")),
                new VariableSecrets(environment::get),
                new FileSecrets(directory.resolve(file))));
    }

    JobRunner runner(Environment in, RunListener listener) {
        return new JobRunner(host, clusters(in), clock, UUID::randomUUID, listener);
    }

    /** A client of an environment's cluster, which the caller closes. */
    AdxClient connect(Environment to) {
        return AdxClient.connect(clusters(to).of(to));
    }

    Clusters clusters(Environment of) {
        return new Clusters(secrets(of), signInPlaces());
    }

    /** Keys and sign-ins go to Entra ID, or do not leave this machine. */
    private static URI standIn(String address) {
        if (!address.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?")) {
            throw CliProblem.NOT_A_STAND_IN
                    .with(address)
                    .withHint("for tests, " + ENTRA_STAND_IN + " is http://127.0.0.1:<port>; otherwise unset it")
                    .toException();
        }
        return URI.create(address);
    }

    /** What signs a process in, beside secrets. */
    SignInPlaces signInPlaces() {
        return new SignInPlaces(
                directory,
                new UserFolder(environment).path(),
                new ProgramPath(environment).find("az"),
                Optional.ofNullable(environment.get(ENTRA_STAND_IN)).map(Wiring::standIn));
    }

    /** A workspace, by the token of this process or by Databricks' own ways to sign in. */
    Workspace workspace(DatabricksTarget target) {
        return Workspace.connect(target.host(), Optional.ofNullable(environment.get("DATABRICKS_TOKEN")));
    }

    /** Where this checkout keeps what it may lose: the emulator's data, its process id, its log. */
    Path stateDirectory() {
        return directory.resolve(".adxflow");
    }
}
