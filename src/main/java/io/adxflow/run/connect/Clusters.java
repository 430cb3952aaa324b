package io.adxflow.run.connect;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.job.model.AdxConnection;
import io.adxflow.job.model.Auth;
import io.adxflow.job.model.Environment;
import io.adxflow.secret.entra.Cloud;
import io.adxflow.secret.entra.Identity;

/** Turns the connection of an environment into a cluster that can be called, with the secrets looked up. */
public final class Clusters {
    private final SecretValues secrets;
    private final SignInPlaces places;

    public Clusters(SecretValues secrets, SignInPlaces places) {
        this.secrets = secrets;
        this.places = places;
    }

    public SecretValues secrets() {
        return secrets;
    }

    /** @throws io.adxflow.base.diagnostic.UserException when a secret is missing */
    public AdxCluster of(Environment environment) {
        AdxConnection adx = environment.adx();
        return AdxCluster.at(adx.cluster().toString(), adx.database(), auth(environment));
    }

    /** The cloud of an environment. */
    public Cloud cloud(Environment environment) {
        return places.played(environment.adx().cloud());
    }

    private AdxAuth auth(Environment environment) {
        Auth auth = environment.adx().auth();
        if (auth instanceof Auth.None) {
            return new AdxAuth.None();
        }
        if (auth instanceof Auth.Token token) {
            return new AdxAuth.Token(secrets.find(token.token(), token.span(), environment.text()));
        }
        Cloud cloud = cloud(environment);
        return new AdxAuth.Entra(identity(auth, new Identities(secrets, places, cloud, environment.text())), cloud);
    }

    private static Identity identity(Auth auth, Identities identities) {
        return switch (auth.mode()) {
            case APP_KEY -> identities.of((Auth.AppKey) auth);
            case APP_CERTIFICATE -> identities.of((Auth.AppCertificate) auth);
            case MANAGED_IDENTITY -> identities.of((Auth.ManagedIdentity) auth);
            case DEVICE_CODE -> identities.of((Auth.DeviceCode) auth);
            case AZURE_CLI -> identities.of((Auth.AzureCli) auth);
            case TOKEN, NONE -> throw new IllegalStateException("not a sign-in with Entra ID: " + auth.mode());
        };
    }
}
