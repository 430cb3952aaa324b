package io.adxflow.adx.client;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where an ADX cluster is and how to sign in.
 *
 * @param url the query endpoint, for example {@code https://contoso.westeurope.kusto.windows.net}
 * @param ingestionUrl the data management endpoint
 * @param database the database that is used where none is named
 */
public record AdxCluster(URI url, URI ingestionUrl, String database, AdxAuth auth) {
    private static final Set<String> BOTH_ROLES = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * A cluster whose data management endpoint has the usual name: {@code ingest-} before the host, except on this
     * machine, where one server plays both roles.
     */
    public static AdxCluster at(String url, String database, AdxAuth auth) {
        URI engine = checked(url);
        return new AdxCluster(engine, ingestionUrl(engine), database, auth);
    }

    public AdxCluster withIngestionUrl(String other) {
        return new AdxCluster(url, checked(other), database, auth);
    }

    public AdxCluster withDatabase(String other) {
        return new AdxCluster(url, ingestionUrl, other, auth);
    }

    /** The data management endpoint in the place of the engine. */
    public AdxCluster ofIngestion() {
        return new AdxCluster(ingestionUrl, ingestionUrl, database, auth);
    }

    public AdxCluster withAuth(AdxAuth other) {
        return new AdxCluster(url, ingestionUrl, database, other);
    }

    /** Whether the host is this machine. */
    public boolean isLocal() {
        return BOTH_ROLES.contains(url.getHost());
    }

    private static URI checked(String text) {
        try {
            URI url = URI.create(text.strip().replaceAll("/+$", ""));
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            if (url.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return url;
            }
        } catch (IllegalArgumentException notAUrl) {
            throw AdxProblem.CLUSTER_URL.with(text).toException();
        }
        throw AdxProblem.CLUSTER_URL.with(text).toException();
    }

    private static URI ingestionUrl(URI engine) {
        String host = engine.getHost();
        boolean same = BOTH_ROLES.contains(host) || host.startsWith("ingest-");
        return same ? engine : URI.create(engine.toString().replaceFirst("://", "://ingest-"));
    }
}
