package io.adxflow.job.shape;

import static io.adxflow.job.shape.Key.optional;
import static io.adxflow.job.shape.Key.required;
import static io.adxflow.job.shape.Kinds.PLAIN;
import static io.adxflow.job.shape.Kinds.TEXT;
import static io.adxflow.job.shape.Kinds.TRUTH;
import static io.adxflow.job.shape.Kinds.words;

import io.adxflow.job.model.AuthMode;
import io.adxflow.job.model.Engine;
import io.adxflow.secret.entra.Cloud;
import java.util.stream.Stream;

/** The keys of an environment. */
public final class EnvironmentShape {
    private static final String SECRET = "\\{\\{secrets/[^/{}]+/[^/{}]+}}";

    public static final Shape AUTH = Shape.of(
            "auth",
            "How to sign in to ADX",
            required("mode", words(Stream.of(AuthMode.values()).map(AuthMode::word)), "The way to sign in"),
            optional(
                    "tenant",
                    TEXT,
                    "The tenant's id or domain, for `app-key` and `app-certificate`; optional for `device-code` and"
                            + " `azure-cli`"),
            optional(
                    "app-id",
                    TEXT,
                    "The application's id or the name of the secret that holds it, for `app-key` and"
                            + " `app-certificate`; for `managed-identity` the client id or the resource id of a user assigned one; optional"
                            + " for `device-code`"),
            optional("app-key", new Kind.Text(SECRET), "The name of the secret that holds the key, for `app-key`"),
            optional(
                    "certificate",
                    TEXT,
                    "A PFX or PEM file, or the name of the secret that holds PEM, or PFX in base64, for"
                            + " `app-certificate`"),
            optional(
                    "certificate-password",
                    new Kind.Text(SECRET),
                    "The name of the secret that opens the certificate, for `app-certificate`"),
            optional("token", new Kind.Text(SECRET), "The name of the secret that holds the token, for `token`"));

    public static final Shape ADX = Shape.of(
            "adx",
            "An ADX database",
            required("cluster", TEXT, "The address of the cluster: `https://name.region.kusto.windows.net`"),
            required("database", new Kind.Text(JobShape.ADX_TABLE), "The database that jobs read and write"),
            required(
                    "engine",
                    words(Stream.of(Engine.values()).map(Engine::word)),
                    "What moves the rows: Microsoft's Spark `connector`, or the `builtin` data source"),
            optional(
                    "cloud",
                    words(Cloud.ALL.stream().map(Cloud::word)),
                    "The cloud whose Entra ID signs in; by default the one that the address belongs to"),
            optional("emulator", TRUTH, "Whether a run starts an emulator when none answers at the address"),
            optional("auth", new Kind.Keys(AUTH), "How to sign in; needed unless the cluster is an emulator"));

    public static final Shape DATABRICKS = Shape.of(
            "databricks",
            "A Databricks workspace, and the clusters that run jobs there",
            required("host", TEXT, "The address of the workspace: `https://adb-123.4.azuredatabricks.net`"),
            required(
                    "volume", TEXT, "A folder of a volume for jar, jobs and environments: `/Volumes/main/etl/adxflow`"),
            optional("node-type", TEXT, "The machines of a job cluster, `Standard_D4ds_v5` when it is left out"),
            optional(
                    "workers",
                    PLAIN,
                    "How many of them besides the driver: `4`, or `2-8` for as many as are needed; 2 when it is left out"),
            optional("cluster-policy", TEXT, "The id of the policy that job clusters obey"),
            optional("run-as", TEXT, "The application id of the service principal, or the user, that runs the jobs"));

    public static final Shape ENVIRONMENT = Shape.of(
            "environment",
            "Where jobs run",
            required("adx", new Kind.Keys(ADX), "The ADX database"),
            optional("databricks", new Kind.Keys(DATABRICKS), "The Databricks workspace that jobs are deployed to"),
            optional("parameters", new Kind.Named(PLAIN), "Values of parameters, instead of the defaults of the jobs"));

    private EnvironmentShape() {}
}
