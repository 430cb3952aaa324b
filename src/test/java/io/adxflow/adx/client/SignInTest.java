package io.adxflow.adx.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import io.adxflow.adx.Answers;
import io.adxflow.adx.FakeAdx;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.canary.Canary;
import io.adxflow.databricks.DbutilsSecrets;
import io.adxflow.databricks.FakeDbutils;
import io.adxflow.entra.FakeEntra;
import io.adxflow.secret.Secret;
import io.adxflow.secret.SecretReference;
import io.adxflow.secret.entra.Identity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key goes from dbutils through kusto-data into the token request of Entra ID, and nowhere else. */
class SignInTest {
    private static final String WRONG_KEY = Canary.secret("wrong-key");
    private static final String KEY = FakeEntra.KEY;
    private static final String ENCODED_KEY = URLEncoder.encode(KEY, StandardCharsets.UTF_8);

    private final FakeAdx adx = FakeAdx.start();
    private final FakeEntra entra = FakeEntra.start();
    private final StringWriter log = new StringWriter();
    private final Appender listener =
            WriterAppender.createAppender(PatternLayout.createDefaultLayout(), null, log, "listener", false, true);

    @BeforeEach
    void listen() {
        listener.start();
        LoggerContext context = LoggerContext.getContext(false);
        context.getConfiguration().getRootLogger().addAppender(listener, Level.ALL, null);
        Configurator.setRootLevel(Level.DEBUG);
        FakeDbutils.install((scope, key) -> KEY);
    }

    @AfterEach
    void leave() {
        LoggerContext.getContext(false).getConfiguration().getRootLogger().removeAppender("listener");
        Configurator.setRootLevel(Level.ERROR);
        FakeDbutils.remove();
        adx.close();
        entra.close();
    }

    @Test
    void theKeyReachesTheTokenRequestAndTheTokenTheCluster() {
        adx.then(200, Answers.of(Answers.table("[[1,\"a\"]]"))).then(200, Answers.tables(Answers.COLUMNS, "[]"));
        AdxClient client = client();
        assertThat(client.query("db", "T", AdxOptions.none()).rows()).hasSize(1);
        client.command("db", ".show tables");
        assertThat(entra.tokenRequests()).singleElement().satisfies(form -> assertThat(form)
                .containsEntry("client_id", FakeEntra.APP)
                .containsEntry("client_secret", KEY));
        String token = entra.tokens().issued().get(0);
        assertThat(adx.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.headers()).containsEntry("authorization", "Bearer " + token);
            assertThat(request.body()).doesNotContain(KEY);
        });
        assertThat(client.cluster().toString()).contains("***").doesNotContain(KEY);
        assertThat(log.toString()).contains("Correlation ID").doesNotContain(KEY, ENCODED_KEY, token);
    }

    @Test
    void aWrongKeyIsSaidWithoutTheKey() {
        FakeDbutils.install((scope, key) -> WRONG_KEY);
        Throwable failure = catchThrowable(() -> client().query("db", "T", AdxOptions.none()));
        assertThat(failure)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("error ENT201: Entra ID did not sign in the application")
                .hasMessageContaining("AADSTS7000215")
                .hasMessageContaining("it is the value of a client secret, not its id");
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(WRONG_KEY);
        assertThat(log.toString()).doesNotContain(WRONG_KEY);
        assertThat(adx.requests()).isEmpty();
    }

    /** A token of a second is renewed after half of one. */
    @Test
    void aTokenThatEndsIsRenewedBetweenTwoRequests() {
        entra.tokens().liveFor(1);
        String rows = Answers.of(Answers.table("[[1,\"a\"]]"));
        AdxClient client = client();
        Set<String> sent = new HashSet<>();
        Instant end = Instant.now().plusSeconds(20);
        while (sent.size() < 2 && Instant.now().isBefore(end)) {
            adx.then(200, rows);
            client.query("db", "T", AdxOptions.none());
            adx.requests().forEach(request -> sent.add(request.headers().get("authorization")));
        }
        assertThat(sent).hasSize(2);
        assertThat(entra.tokens().issued()).hasSize(2);
    }

    @Test
    void aTokenThatTheClusterRefusesIsReplacedOnce() {
        String refusal = Answers.error("Unauthorized", "the token was revoked", true);
        adx.then(401, refusal).then(200, Answers.tables(Answers.COLUMNS, "[]"));
        client().command("db", ".show tables");
        assertThat(adx.requests())
                .extracting(request -> request.headers().get("authorization"))
                .containsExactlyElementsOf(entra.tokens().issued().stream()
                        .map(token -> "Bearer " + token)
                        .toList())
                .hasSize(2);
    }

    private AdxClient client() {
        Secret key = new DbutilsSecrets("16.4")
                .find(new SecretReference("adx", "appkey"))
                .orElseThrow();
        AdxAuth auth = new AdxAuth.Entra(new Identity.AppKey(FakeEntra.DOMAIN, FakeEntra.APP, key), entra.cloud());
        Retries once = new Retries(1, Duration.ZERO, Duration.ZERO, time -> {}, () -> 0);
        return AdxClient.connect(
                AdxCluster.at(adx.url(), "db", auth), new OkHttpAsyncHttpClientBuilder().build(), once);
    }
}
