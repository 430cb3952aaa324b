package io.adxflow.job.shape;

import static io.adxflow.job.shape.Key.optional;
import static io.adxflow.job.shape.Key.required;
import static io.adxflow.job.shape.Kinds.PLAIN;
import static io.adxflow.job.shape.Kinds.TEXT;
import static io.adxflow.job.shape.Kinds.TRUTH;
import static io.adxflow.job.shape.Kinds.words;

import io.adxflow.job.model.AuthMode;
import io.adxflow.job.model.Engine;
import java.util.stream.Stream;

/** The keys of an environment. */
public final class EnvironmentShape {
    private static final String SECRET = "\\{\\{secrets/[^/{}]+/[^/{}]+}}";

    public static final Shape AUTH = Shape.of(
            "auth",
            "How to sign in to ADX",
            required("mode", words(Stream.of(AuthMode.values()).map(AuthMode::word)), "The way to sign in"),
            optional("tenant", TEXT, "The tenant's id or domain, for `app-key`"),
            optional("app-id", TEXT, "The application's id or the name of the secret that holds it, for `app-key`"),
            optional("app-key", new Kind.Text(SECRET), "The name of the secret that holds the key, for `app-key`"),
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
            optional("emulator", TRUTH, "Whether a run starts an emulator when none answers at the address"),
            optional("auth", new Kind.Keys(AUTH), "How to sign in; needed unless the cluster is an emulator"));

    public static final Shape ENVIRONMENT = Shape.of(
            "environment",
            "Where jobs run",
            required("adx", new Kind.Keys(ADX), "The ADX database"),
            optional("parameters", new Kind.Named(PLAIN), "Values of parameters, instead of the defaults of the jobs"));

    private EnvironmentShape() {}
}
