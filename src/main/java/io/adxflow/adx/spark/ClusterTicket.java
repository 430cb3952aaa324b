package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxCluster;
import java.io.Serializable;
import java.net.URI;

/** A cluster on its way to an executor. */
record ClusterTicket(String url, String ingestionUrl, String database, TravellingSignIn signIn)
        implements Serializable {

    static ClusterTicket of(AdxCluster cluster) {
        return new ClusterTicket(
                cluster.url().toString(),
                cluster.ingestionUrl().toString(),
                cluster.database(),
                TravellingSignIn.of(cluster.auth()));
    }

    AdxCluster cluster() {
        return new AdxCluster(URI.create(url), URI.create(ingestionUrl), database, signIn.auth());
    }

    @Override
    public String toString() {
        return url + "/" + database;
    }
}
