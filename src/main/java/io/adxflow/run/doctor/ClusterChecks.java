package io.adxflow.run.doctor;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.IngestionStorage;
import io.adxflow.adx.client.SignedUrl;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The endpoints of a cluster and the storage that it ingests from. */
record ClusterChecks(Findings findings, AdxCluster cluster) {
    /** Whether queries can be sent. */
    boolean look(AdxClient client) {
        return findings.look("network", () -> Network.reach(cluster.url()))
                && findings.look("engine endpoint", () -> {
                    client.query(cluster.database(), "print Now = now()", AdxOptions.none());
                    return cluster.url() + " answers, database '" + cluster.database() + "'";
                });
    }

    /** The way that rows take into the cluster. */
    void lookAtIngestion() {
        try (AdxClient ingestion = AdxClient.connectOnce(cluster.ofIngestion())) {
            Set<String> hosts = new TreeSet<>();
            boolean reached = findings.look("ingestion network", () -> Network.reach(cluster.ingestionUrl()));
            boolean answers = reached
                    && findings.look("ingestion endpoint", () -> {
                        List<SignedUrl> containers = IngestionStorage.containers(ingestion);
                        containers.forEach(container -> hosts.add(root(container.toString())));
                        return cluster.ingestionUrl() + " offers " + containers.size() + " containers";
                    });
            if (!answers) {
                findings.skipped("storage", "the ingestion endpoint names it, and does not answer");
            }
            hosts.forEach(host ->
                    findings.look("storage " + URI.create(host).getHost(), () -> Network.reach(URI.create(host))));
        }
    }

    private static String root(String url) {
        return URI.create(url).resolve("/").toString();
    }
}
