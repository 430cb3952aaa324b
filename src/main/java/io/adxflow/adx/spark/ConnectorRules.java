package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.spark.sql.RuntimeConfig;

/** What must hold before the Kusto Spark connector is used, because it would fail late, or silently do wrong. */
final class ConnectorRules {
    static final String FORMAT = "com.microsoft.kusto.spark.datasource";
    private static final String CLASS = FORMAT + ".DefaultSource";
    private static final String COORDINATES = "com.microsoft.azure.kusto:kusto-spark_3.0_2.12:7.1.1";
    private static final String SETTINGS = "spark.kusto.properties";
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Clock clock;

    ConnectorRules(Clock clock) {
        this.clock = clock;
    }

    void checkRead(AdxQuery query) {
        checkInstalled();
        if (!query.cluster().url().getScheme().equals("https") && !hasPlainPrefix()) {
            throw cluster(query.cluster(), "it only speaks https");
        }
        if (!query.options().parameters().isEmpty()) {
            throw AdxProblem.CONNECTOR_CANNOT
                    .with("query parameters")
                    .withHint("write the values into the query")
                    .toException();
        }
    }

    void checkWrite(AdxClient client, RuntimeConfig conf) {
        checkInstalled();
        AdxCluster cluster = client.cluster();
        String host = cluster.url().getHost();
        if (!host.contains(".kusto.") && !host.contains(".kustodev.")) {
            throw cluster(cluster, "it writes to hosts with '.kusto.' in their name only");
        }
        if (!cluster.url().getScheme().equals("https") && !hasPlainPrefix()) {
            throw cluster(cluster, "it only speaks https");
        }
        if (Boolean.parseBoolean(conf.get("spark.speculation", "false"))) {
            throw AdxProblem.CONNECTOR_CANNOT
                    .with("speculative tasks, each of which would add its rows")
                    .withHint("set spark.speculation to false, or use engine: builtin")
                    .toException();
        }
        checkClock(client);
    }

    private static void checkInstalled() {
        try {
            Class.forName(CLASS, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw AdxProblem.CONNECTOR_MISSING
                    .with()
                    .withHint("install the library " + COORDINATES + " on the cluster, or use engine: builtin")
                    .toException();
        }
    }

    /** The connector moves what was written between two readings of the driver's clock. */
    private void checkClock(AdxClient client) {
        Instant before = clock.instant();
        Object there = client.query(client.cluster().database(), "print Now = now()", AdxOptions.none())
                .value(0, "Now");
        if (there instanceof Instant now && Duration.between(before, now).abs().compareTo(SKEW) > 0) {
            throw AdxProblem.CONNECTOR_CANNOT
                    .with("a driver whose clock is "
                            + Duration.between(before, now).toSeconds() + " s off that of ADX")
                    .withHint("set the clock of the driver")
                    .toException();
        }
    }

    private static RuntimeException cluster(AdxCluster cluster, String reason) {
        return AdxProblem.CONNECTOR_CLUSTER
                .with(cluster.url())
                .withHint(reason + "; for an emulator: adxflow emulator start --tls, or engine: builtin")
                .toException();
    }

    /** The connector reads its URL prefix from a resource, which tests replace to do without certificates. */
    private static boolean hasPlainPrefix() {
        URL settings = Thread.currentThread().getContextClassLoader().getResource(SETTINGS);
        if (settings == null) {
            return false;
        }
        try (InputStream in = settings.openStream()) {
            Properties properties = new Properties();
            properties.load(in);
            return "http://".equals(properties.getProperty("enginePrefix"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + settings, e);
        }
    }
}
