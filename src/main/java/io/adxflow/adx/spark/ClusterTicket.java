package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.secret.Secret;
import java.io.Serializable;
import java.net.URI;
import java.util.List;

/** A cluster on its way to an executor: plain texts, the secret among them, none of which is ever printed. */
final class ClusterTicket implements Serializable {
    private static final long serialVersionUID = 1;

    private final String url;
    private final String ingestionUrl;
    private final String database;
    private final List<String> auth;

    private ClusterTicket(String url, String ingestionUrl, String database, List<String> auth) {
        this.url = url;
        this.ingestionUrl = ingestionUrl;
        this.database = database;
        this.auth = auth;
    }

    static ClusterTicket of(AdxCluster cluster) {
        return new ClusterTicket(
                cluster.url().toString(), cluster.ingestionUrl().toString(), cluster.database(), texts(cluster.auth()));
    }

    AdxCluster cluster() {
        return new AdxCluster(URI.create(url), URI.create(ingestionUrl), database, signIn());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClusterTicket ticket && cluster().equals(ticket.cluster());
    }

    @Override
    public int hashCode() {
        return url.hashCode() * 31 + database.hashCode();
    }

    @Override
    public String toString() {
        return url + "/" + database;
    }

    private static List<String> texts(AdxAuth auth) {
        if (auth instanceof AdxAuth.AppKey app) {
            return List.of(app.tenant(), app.appId(), app.key().reveal());
        }
        return auth instanceof AdxAuth.Token token ? List.of(token.token().reveal()) : List.of();
    }

    private AdxAuth signIn() {
        return switch (auth.size()) {
            case 0 -> new AdxAuth.None();
            case 1 -> new AdxAuth.Token(new Secret(auth.get(0)));
            default -> new AdxAuth.AppKey(auth.get(0), auth.get(1), new Secret(auth.get(2)));
        };
    }
}
