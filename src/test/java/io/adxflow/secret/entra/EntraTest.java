package io.adxflow.secret.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.canary.Canary;
import io.adxflow.entra.FakeEntra;
import io.adxflow.secret.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to sign in, against an Entra ID that refuses. */
class EntraTest {
    private static final String WRONG_KEY = Canary.secret("wrong-key");
    private static final String CLI_TOKEN = Canary.secret("cli-token");

    private final FakeEntra entra = FakeEntra.start();

    @TempDir
    private Path folder;

    @AfterEach
    void leave() {
        entra.close();
    }

    @Test
    void anApplicationSignsInWithItsKeyOnce() {
        CachedTokens tokens = Entra.tokens(app(FakeEntra.KEY), entra.cloud());
        AccessToken token = tokens.token();
        assertThat(tokens.token()).isEqualTo(token);
        assertThat(Entra.tokens(app(FakeEntra.KEY), entra.cloud())).isSameAs(tokens);
        assertThat(entra.tokens().issued()).containsExactly(token.value().reveal());
        assertThat(entra.tokenRequests()).singleElement().satisfies(form -> assertThat(form)
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("client_secret", FakeEntra.KEY)
                .hasEntrySatisfying(
                        "scope", scope -> assertThat(scope).contains("https://kusto.kusto.windows.net/.default")));
    }

    @Test
    void aDomainIsResolvedOnce() {
        AppTokens tokens = new AppTokens(app(FakeEntra.KEY), entra.cloud());
        tokens.token();
        tokens.token();
        assertThat(entra.requests())
                .extracting(FakeEntra.Request::path)
                .containsExactly(
                        "/contoso.com/v2.0/.well-known/openid-configuration",
                        "/" + FakeEntra.TENANT + "/oauth2/v2.0/token",
                        "/" + FakeEntra.TENANT + "/oauth2/v2.0/token");
    }

    @Test
    void aWrongKeyIsSaidWithoutTheKey() {
        assertRefused(
                () -> tokens(app(WRONG_KEY)),
                "error ENT201: Entra ID did not sign in the application '" + FakeEntra.APP + "': AADSTS7000215",
                "it is the value of a client secret, not its id");
    }

    @Test
    void anExpiredKeyIsToldFromAWrongOne() {
        entra.apps().expireKeys();
        assertRefused(() -> tokens(app(FakeEntra.KEY)), "AADSTS7000222", "create a new one for the application");
    }

    @Test
    void anUnknownApplicationIsTold() {
        Identity stranger = new Identity.AppKey(FakeEntra.DOMAIN, "app-9", new Secret("k"));
        assertRefused(() -> tokens(stranger), "the application 'app-9': AADSTS700016", "check 'app-id' and 'tenant'");
    }

    @Test
    void anUnknownTenantIsTold() {
        Identity stranger = new Identity.AppKey("fabrikam.com", FakeEntra.APP, new Secret("k"));
        assertRefused(() -> tokens(stranger), "ENT103: Entra ID (public) knows no tenant 'fabrikam.com'", "--cloud");
    }

    @Test
    void throttlingPasses() {
        entra.throttle(2, 0);
        assertThat(tokens(app(FakeEntra.KEY))).isNotNull();
        assertThat(entra.tokenRequests()).hasSize(3);
    }

    @Test
    void throttlingThatLastsIsOneMessage() {
        entra.throttle(9, 0);
        assertThatThrownBy(() -> tokens(app(FakeEntra.KEY)))
                .isInstanceOf(RemoteException.class)
                .hasMessageStartingWith("Entra ID has had too many requests (429); try again in ");
        assertThat(entra.tokenRequests()).hasSize(3);
    }

    @Test
    void aLongWaitIsSaidAndNotWaited() {
        entra.throttle(1, 300);
        assertThatThrownBy(() -> tokens(app(FakeEntra.KEY)))
                .isInstanceOfSatisfying(RemoteException.class, failure -> assertThat(failure.isRetryable())
                        .isTrue())
                .hasMessageContaining("Entra ID has had too many requests (429); try again in 300 s");
    }

    @Test
    void withoutNetworkTheAddressIsNamed() {
        URI nobody = entra.uri();
        entra.close();
        assertThatThrownBy(() -> new AppTokens(
                                new Identity.AppKey(FakeEntra.TENANT, "a", new Secret("k")),
                                Cloud.US_GOVERNMENT.playedBy(nobody))
                        .token())
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("may this network reach https://login.microsoftonline.us?");
    }

    @Test
    void aMachineHasOneIdentity() {
        entra.machine().assign("client-7");
        assertThat(tokens(new Identity.Managed(Optional.empty()))).isNotNull();
        assertThat(tokens(new Identity.Managed(Optional.of("client-7")))).isNotNull();
        assertRefused(
                () -> tokens(new Identity.Managed(Optional.of("client-8"))), "ENT203", "assign the identity to this");
    }

    @Test
    void aUserAssignedIdentityIsNamedByItsResourceToo() {
        entra.machine().assign("client-7");
        String resource = entra.machine().resourceId();
        assertThat(tokens(new Identity.Managed(Optional.of(resource)))).isNotNull();
    }

    @Test
    void aMachineThatIsUpdatedIsAskedAgain() {
        entra.machine().assign("client-7");
        entra.machine().failWith(404);
        assertThat(tokens(new Identity.Managed(Optional.empty()))).isNotNull();
    }

    @Test
    void aMachineThatStaysBusyIsOneMessage() {
        entra.machine().assign("client-7");
        entra.machine().failWith(500, 500, 500, 500);
        assertThatThrownBy(() -> tokens(new Identity.Managed(Optional.empty())))
                .isInstanceOf(RemoteException.class)
                .hasMessage("the identity service of this machine is busy or being updated (status 500); try again"
                        + " in a minute");
    }

    @Test
    void aDisabledApplicationIsSaid() {
        entra.apps().disableApp();
        assertRefused(() -> tokens(app(FakeEntra.KEY)), "AADSTS7000112", "the application is disabled in the tenant");
    }

    @Test
    void aTenantThatWantsMoreThanACodeSaysWhatElseThereIs() {
        entra.apps().demandAnotherFactor();
        assertRefused(this::login, "ENT201: Entra ID did not sign in the person", "AADSTS50076", "az login");
    }

    @Test
    void aTenantThatForbidsCodesSaysWhatElseThereIs() {
        entra.apps().forbidCodes();
        assertRefused(this::login, "ENT201: Entra ID did not sign in the person", "AADSTS53003", "az login");
    }

    @Test
    void aPersonMayDecline() {
        entra.apps().declineCode();
        assertRefused(this::login, "ENT207: the person declined the sign-in", "accept in the browser");
    }

    @Test
    void aPersonSignsInOnceAndTheSignInIsPrivate() throws Exception {
        Identity.Person person = person();
        assertRefused(() -> silently(person), "ENT202: nobody is signed in", "adxflow login");
        List<String> shown = new ArrayList<>();
        assertThat(new DeviceLogin(person, entra.cloud()).login(shown::add)).isEqualTo("ada@contoso.com");
        assertThat(shown).singleElement().satisfies(text -> assertThat(text).contains("ABCD-EFGH"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(person.cache())))
                .isEqualTo("rw-------");
        assertThat(silently(person)).isNotNull();
        assertThat(new DeviceLogin(person, entra.cloud()).logout()).containsExactly("ada@contoso.com");
        assertRefused(() -> silently(person), "ENT202: nobody is signed in", "adxflow login");
    }

    @Test
    void theFolderOfASignInIsPrivateToo() throws Exception {
        Files.createDirectories(person().cache().getParent());
        Files.setPosixFilePermissions(person().cache().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        login();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(person().cache().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void whoeverSignsInAtTheSameTimeIsSignedInAfterwards() throws Exception {
        entra.apps().codeIsEnteredAfter(0);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> logins = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            logins.add(threads.submit(this::login));
        }
        for (Future<?> login : logins) {
            login.get();
        }
        threads.shutdown();
        assertThat(silently(person())).isNotNull();
        try (Stream<Path> files = Files.list(person().cache().getParent())) {
            assertThat(files).containsExactly(person().cache());
        }
    }

    @Test
    void aBrokenSignInIsSaid() throws Exception {
        login();
        Files.writeString(person().cache(), "{\"AccessToken\": [");
        assertRefused(() -> silently(person()), "ENT303", "adxflow logout --all");
    }

    @Test
    void aCodeThatNobodyEntersEnds() {
        entra.apps().codeIsEnteredAfter(-1);
        assertRefused(
                () -> new DeviceLogin(person(), entra.cloud()).login(text -> {}),
                "error ENT205: nobody entered the code in time",
                "enter the new code");
    }

    @Test
    void aRevokedSignInAsksForANewOne() {
        entra.tokens().liveFor(200);
        new DeviceLogin(person(), entra.cloud()).login(text -> {});
        assertThat(silently(person())).isNotNull();
        entra.apps().revokePerson();
        assertRefused(() -> silently(person()), "ENT202: nobody is signed in", "sign in again: adxflow login");
    }

    @Test
    void aSignInThatOthersMayReadIsRefused() throws Exception {
        new DeviceLogin(person(), entra.cloud()).login(text -> {});
        Files.setPosixFilePermissions(person().cache(), PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(() -> silently(person()), "ENT302", "chmod 600");
    }

    @Test
    void theAzureCliIsAskedForAdx() throws Exception {
        Path az = Files.writeString(
                folder.resolve("az"),
                "#!/bin/sh\necho \"$@\" > " + folder.resolve("asked") + "\n" + "echo '{\"accessToken\": \"" + CLI_TOKEN
                        + "\", \"expires_on\": 4102444800, \"expiresOn\": \"x\"}'\n");
        Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
        AccessToken token = tokens(new Identity.AzureCli(Optional.of("contoso.com"), az.toString()));
        assertThat(token).isEqualTo(new AccessToken(new Secret(CLI_TOKEN), Instant.ofEpochSecond(4102444800L)));
        assertThat(folder.resolve("asked"))
                .hasContent("account get-access-token --output json --resource https://kusto.kusto.windows.net"
                        + " --tenant contoso.com");
    }

    @Test
    void theAzureCliSaysWhoHasToSignIn() throws Exception {
        Path az = Files.writeString(
                folder.resolve("az"),
                "#!/bin/sh\necho \"ERROR: Please run 'az login' to setup account.\" >&2\nexit 1\n");
        Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
        assertRefused(
                () -> tokens(new Identity.AzureCli(Optional.empty(), az.toString())),
                "ENT204: the Azure CLI gave no token: Please run 'az login' to setup account.",
                "az login");
    }

    @Test
    void anAzureCliThatHangsIsStopped() throws Exception {
        Path az = Files.writeString(folder.resolve("az"), "#!/bin/sh\nexec tail -f /dev/null\n");
        Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
        Identity.AzureCli cli = new Identity.AzureCli(Optional.empty(), az.toString());
        assertRefused(
                () -> new CliTokens(cli, Cloud.PUBLIC, Duration.ofMillis(100)).token(),
                "ENT204: the Azure CLI gave no token: it did not end within 0 s");
    }

    @Test
    void cloudsDifferInEverything() {
        new AppTokens(app(FakeEntra.KEY), Cloud.CHINA.playedBy(entra.uri())).token();
        assertThat(entra.tokenRequests())
                .first()
                .extracting(form -> form.get("scope"))
                .asString()
                .contains("https://kusto.kusto.chinacloudapi.cn/.default");
        assertThat(Cloud.ofHost("x.region.kusto.usgovcloudapi.net")).contains(Cloud.US_GOVERNMENT);
    }

    private void login() {
        new DeviceLogin(person(), entra.cloud()).login(text -> {});
    }

    private void assertRefused(ThrowingCallable call, String... texts) {
        assertThatThrownBy(call).isInstanceOf(UserException.class).satisfies(failure -> {
            assertThat(failure.getMessage()).contains(texts);
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(FakeEntra.KEY, WRONG_KEY);
            entra.tokens().issued().forEach(token -> assertThat(trace.toString())
                    .doesNotContain(token));
        });
    }

    private AccessToken tokens(Identity identity) {
        return Entra.tokens(identity, entra.cloud()).token();
    }

    /** As another process would ask: what this one remembers does not count. */
    private AccessToken silently(Identity.Person person) {
        return new PersonTokens(person, entra.cloud()).token();
    }

    private Identity.Person person() {
        return new Identity.Person(
                Identity.Person.ANY_TENANT, Identity.Person.KUSTO_CLIENT, folder.resolve("config/sign-in-public.json"));
    }

    private static Identity app(String key) {
        return new Identity.AppKey(FakeEntra.DOMAIN, FakeEntra.APP, new Secret(key));
    }
}
