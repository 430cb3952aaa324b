package io.adxflow.adx.client;

import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder;
import com.microsoft.azure.kusto.data.auth.endpoints.KustoTrustedEndpoints;
import com.microsoft.azure.kusto.data.auth.endpoints.MatchRule;
import io.adxflow.secret.entra.CachedTokens;
import io.adxflow.secret.entra.Entra;
import io.adxflow.secret.entra.TokenSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells kusto-data where the cluster is and who fetches tokens: we do, because the library signs people in at the wrong
 * tenant and asks the Azure CLI before every request.
 */
final class SignIn {
    private static final String APPLICATION = "adxflow";

    /** The library's list is one per process and only grows. */
    private static final Set<String> ANONYMOUS_HOSTS = new HashSet<>();

    private SignIn() {}

    static ConnectionStringBuilder to(AdxCluster cluster) {
        ConnectionStringBuilder builder = builder(cluster);
        builder.setApplicationNameForTracing(APPLICATION);
        return builder;
    }

    /** Makes the next request use a new token; false when there is no other than the one that was given. */
    static boolean forgetToken(AdxCluster cluster) {
        if (!(cluster.auth() instanceof AdxAuth.Entra entra)) {
            return false;
        }
        CachedTokens tokens = Entra.tokens(entra.identity(), entra.cloud());
        tokens.forget(tokens.token());
        return true;
    }

    private static ConnectionStringBuilder builder(AdxCluster cluster) {
        if (cluster.auth() instanceof AdxAuth.Entra entra) {
            TokenSource tokens = Entra.tokens(entra.identity(), entra.cloud());
            return ConnectionStringBuilder.createWithAadTokenProviderAuthentication(
                    guardedUrl(cluster), () -> tokens.token().value().reveal());
        }
        if (cluster.auth() instanceof AdxAuth.Token token) {
            return ConnectionStringBuilder.createWithAadAccessTokenAuthentication(
                    guardedUrl(cluster), token.token().reveal());
        }
        trust(cluster);
        return new ConnectionStringBuilder(cluster.url().toString());
    }

    /** The library talks to known hosts only, to protect credentials; where none are sent, any host will do. */
    private static synchronized void trust(AdxCluster cluster) {
        String host = cluster.url().getHost();
        if (!cluster.isLocal() && ANONYMOUS_HOSTS.add(host)) {
            KustoTrustedEndpoints.addTrustedHosts(List.of(new MatchRule(host, true)), false);
        }
    }

    /**
     * Credentials leave this machine encrypted or not at all. The library drops them for {@code http://localhost},
     * which would turn a sign-in into none, so the address stands for the name.
     */
    private static String guardedUrl(AdxCluster cluster) {
        String url = cluster.url().toString();
        if (url.startsWith("https:")) {
            return url;
        }
        if (!cluster.isLocal()) {
            throw AdxProblem.PLAIN_HTTP
                    .with(cluster.url())
                    .withHint("write https:// in the URL of the cluster")
                    .toException();
        }
        return url.replaceFirst("//localhost", "//127.0.0.1");
    }
}
