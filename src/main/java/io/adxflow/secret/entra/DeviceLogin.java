package io.adxflow.secret.entra;

import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Signs a person in with a code that is entered in any browser, and out again. */
public record DeviceLogin(Identity.Person identity, Cloud cloud) {
    /**
     * Signs in, and waits until the person has entered the code.
     *
     * @param show what the person has to be told: the address and the code
     * @return the name of the person
     * @throws io.adxflow.base.diagnostic.UserException when the code was not entered in time, or the person refused
     */
    public String login(Consumer<String> show) {
        PublicClientApplication application = application(identity, cloud);
        DeviceCodeFlowParameters parameters = DeviceCodeFlowParameters.builder(
                        Set.of(cloud.scope()), (DeviceCode code) -> show.accept(code.message()))
                .build();
        IAuthenticationResult result = EntraFailures.of(identity, cloud, () -> application.acquireToken(parameters));
        forgetOthers(application, result.account());
        return result.account().username();
    }

    /** Forgets who is signed in to the cloud; says whom. */
    public Set<String> logout() {
        PublicClientApplication application = application(identity, cloud);
        Set<String> names = new TreeSet<>();
        for (IAccount account : accounts(application)) {
            forget(application, account);
            names.add(account.username());
        }
        return names;
    }

    /** One person is signed in at a time, so that nobody works as somebody else by accident. */
    private void forgetOthers(PublicClientApplication application, IAccount person) {
        accounts(application).stream()
                .filter(account -> !account.homeAccountId().equals(person.homeAccountId()))
                .forEach(account -> forget(application, account));
    }

    private List<IAccount> accounts(PublicClientApplication application) {
        return List.copyOf(EntraFailures.of(identity, cloud, application::getAccounts));
    }

    private void forget(PublicClientApplication application, IAccount account) {
        EntraFailures.of(identity, cloud, () -> application.removeAccount(account));
    }

    static PublicClientApplication application(Identity.Person person, Cloud cloud) {
        String tenant = person.tenant().equals(Identity.Person.ANY_TENANT)
                ? person.tenant()
                : Tenants.id(person.tenant(), cloud);
        try {
            return PublicClientApplication.builder(person.appId())
                    .authority(cloud.authority(tenant))
                    .instanceDiscovery(false)
                    .httpClient(new EntraWire(cloud))
                    .setTokenCacheAccessAspect(new TokenCacheFile(person.cache()))
                    .build();
        } catch (java.net.MalformedURLException bug) {
            throw new IllegalStateException("not an authority: " + cloud.authority(tenant), bug);
        }
    }
}
