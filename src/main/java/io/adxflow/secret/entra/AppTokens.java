package io.adxflow.secret.entra;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import io.adxflow.secret.Secret;
import java.util.Set;

/** The tokens of an application: the client credentials flow, with a secret or a signed assertion. */
record AppTokens(Identity identity, Cloud cloud) implements TokenSource {
    @Override
    public AccessToken token() {
        if (identity instanceof Identity.AppKey app) {
            return token(
                    app.tenant(),
                    app.appId(),
                    ClientCredentialFactory.createFromSecret(app.key().reveal()));
        }
        Identity.AppCertificate app = (Identity.AppCertificate) identity;
        return token(app.tenant(), app.appId(), app.certificate().credential());
    }

    private AccessToken token(String tenant, String appId, IClientCredential credential) {
        String authority = cloud.authority(Tenants.id(tenant, cloud));
        IAuthenticationResult result =
                EntraFailures.of(identity, cloud, () -> ConfidentialClientApplication.builder(appId, credential)
                        .authority(authority)
                        .instanceDiscovery(false)
                        .httpClient(new EntraWire(cloud))
                        .build()
                        .acquireToken(ClientCredentialParameters.builder(Set.of(cloud.scope()))
                                .skipCache(true)
                                .build()));
        return of(result);
    }

    static AccessToken of(IAuthenticationResult result) {
        return new AccessToken(
                new Secret(result.accessToken()), result.expiresOnDate().toInstant());
    }
}
