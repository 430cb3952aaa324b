package io.adxflow.run.doctor;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.IngestionStorage;
import io.adxflow.adx.client.SignedUrl;
import io.adxflow.base.diagnostic.RemoteException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The endpoints of a cluster and the storage that it ingests from. */
record ClusterChecks(Findings findings, AdxCluster cluster) {
    private static final int CONNECT_MILLIS = 3000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Whether queries can be sent. */
    boolean look(AdxClient client) {
        return findings.look("network", () -> reach(cluster.url()))
                && findings.look("engine endpoint", () -> {
                    client.query(cluster.database(), "print Now = now()", AdxOptions.none());
                    return cluster.url() + " answers, database '" + cluster.database() + "'";
                });
    }

    /** The way that rows take into the cluster. */
    void lookAtIngestion() {
        try (AdxClient ingestion = AdxClient.connectOnce(cluster.ofIngestion())) {
            Set<String> hosts = new TreeSet<>();
            boolean reached = findings.look("ingestion network", () -> reach(cluster.ingestionUrl()));
            boolean answers = reached
                    && findings.look("ingestion endpoint", () -> {
                        List<SignedUrl> containers = IngestionStorage.containers(ingestion);
                        containers.forEach(container -> hosts.add(root(container.toString())));
                        return cluster.ingestionUrl() + " offers " + containers.size() + " containers";
                    });
            if (!answers) {
                findings.skipped("storage", "the ingestion endpoint names it, and does not answer");
            }
            hosts.forEach(
                    host -> findings.look("storage " + URI.create(host).getHost(), () -> reach(URI.create(host))));
        }
    }

    private static String reach(URI url) {
        int port = url.getPort() > 0 ? url.getPort() : url.getScheme().equals("https") ? HTTPS : HTTP;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), CONNECT_MILLIS);
            return url.getHost() + ":" + port + " can be reached";
        } catch (UnknownHostException unknown) {
            throw unreachable(url.getHost() + " has no address here; check the name, and the VPN", unknown);
        } catch (IOException refused) {
            throw unreachable(
                    url.getHost() + ":" + port + " cannot be reached; is it running, and may this network reach it?",
                    refused);
        }
    }

    private static RemoteException unreachable(String message, IOException cause) {
        return new RemoteException(message, true, 0, "", cause);
    }

    private static String root(String url) {
        return URI.create(url).resolve("/").toString();
    }
}
