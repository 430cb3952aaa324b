package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.secret.entra.Entra;
import java.io.Serializable;
import java.util.concurrent.Callable;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap;

/**
 * Hands our tokens to the Kusto Spark connector, which makes one of these by name from its options, sends it to the
 * executors and asks it before every request. Equal ones share a client of the connector.
 */
public final class ConnectorTokens implements Callable<String>, Serializable {
    private static final long serialVersionUID = 1;

    private final TravellingSignIn signIn;

    /** @param options those of the read or write, with the name of a sign-in of this JVM among them */
    public ConnectorTokens(CaseInsensitiveMap<String> options) {
        AdxAuth auth = SignIns.find((String) options.apply(AdxOption.SIGN_IN))
                .orElseThrow(() -> new IllegalStateException("the sign-in is not of this JVM"));
        this.signIn = TravellingSignIn.of(auth);
    }

    @Override
    public String call() {
        AdxAuth auth = signIn.auth();
        if (auth instanceof AdxAuth.Entra entra) {
            return Entra.tokens(entra.identity(), entra.cloud()).token().value().reveal();
        }
        return ((AdxAuth.Token) auth).token().reveal();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectorTokens tokens && signIn.equals(tokens.signIn);
    }

    @Override
    public int hashCode() {
        return signIn.hashCode();
    }
}
