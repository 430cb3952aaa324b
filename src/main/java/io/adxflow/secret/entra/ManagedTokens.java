package io.adxflow.secret.entra;

import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;

/** The tokens of the identity that Azure gave to this machine. */
record ManagedTokens(Identity.Managed identity, Cloud cloud) implements TokenSource {
    @Override
    public AccessToken token() {
        ManagedIdentityId id = identity.clientId()
                .map(ManagedIdentityId::userAssignedClientId)
                .orElseGet(ManagedIdentityId::systemAssigned);
        return AppTokens.of(EntraFailures.of(identity, cloud, () -> ManagedIdentityApplication.builder(id)
                .httpClient(new EntraWire(cloud))
                .build()
                .acquireTokenForManagedIdentity(ManagedIdentityParameters.builder(cloud.resource())
                        .forceRefresh(true)
                        .build())));
    }
}
