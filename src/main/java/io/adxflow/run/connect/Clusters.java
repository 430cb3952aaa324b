package io.adxflow.run.connect;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.job.model.AdxConnection;
import io.adxflow.job.model.Auth;
import io.adxflow.job.model.Environment;

/** Turns the connection of an environment into a cluster that can be called, with the secrets looked up. */
public final class Clusters {
    private final SecretValues secrets;

    public Clusters(SecretValues secrets) {
        this.secrets = secrets;
    }

    /** @throws io.adxflow.base.diagnostic.UserException when a secret is missing */
    public AdxCluster of(Environment environment) {
        AdxConnection adx = environment.adx();
        return AdxCluster.at(adx.cluster().toString(), adx.database(), auth(adx.auth(), environment.text()));
    }

    private AdxAuth auth(Auth auth, SourceText file) {
        if (auth instanceof Auth.AppKey key) {
            return new AdxAuth.AppKey(
                    secrets.text(key.tenant(), file),
                    secrets.text(key.appId(), file),
                    secrets.find(key.appKey(), key.span(), file));
        }
        if (auth instanceof Auth.Token token) {
            return new AdxAuth.Token(secrets.find(token.token(), token.span(), file));
        }
        return new AdxAuth.None();
    }
}
