package io.adxflow.secret.entra;

import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The tokens of a person who signed in before. Never asks the person. */
record PersonTokens(Identity.Person identity, Cloud cloud) implements TokenSource {
    @Override
    public AccessToken token() {
        PublicClientApplication application = DeviceLogin.application(identity, cloud);
        IAccount account = account(application).orElseThrow(() -> EntraProblem.NOT_SIGNED_IN
                .with()
                .withHint("sign in: adxflow login")
                .toException());
        AccessToken kept = silently(application, account, false);
        boolean endsSoon = kept.expires().isBefore(Instant.now().plus(CachedTokens.EARLY));
        return endsSoon ? silently(application, account, true) : kept;
    }

    private AccessToken silently(PublicClientApplication application, IAccount account, boolean renewing) {
        return AppTokens.of(EntraFailures.of(
                identity,
                cloud,
                () -> application.acquireTokenSilently(SilentParameters.builder(Set.of(cloud.scope()), account)
                        .forceRefresh(renewing)
                        .build())));
    }

    private Optional<IAccount> account(PublicClientApplication application) {
        return EntraFailures.of(identity, cloud, application::getAccounts).stream()
                .findFirst();
    }
}
