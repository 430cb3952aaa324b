package io.adxflow.adx.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.util.Context;
import io.adxflow.adx.Answers;
import io.adxflow.adx.FakeAdx;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.databricks.DbutilsSecrets;
import io.adxflow.databricks.FakeDbutils;
import io.adxflow.secret.Secret;
import io.adxflow.secret.SecretReference;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A key goes from dbutils through kusto-data into the token request of Entra ID, and nowhere else. */
class SignInTest {
    private static final String KEY = "k3y-of=the/app";
    private static final String TOKEN_PATH = "/contoso.com/oauth2/v2.0/token";

    private final FakeAdx adx = FakeAdx.start();
    private final FakeAdx entra = FakeAdx.start();
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
        entra.always(
                "/common/discovery/instance", 200, "{\"tenant_discovery_endpoint\":\"https://x/\",\"metadata\":[]}");
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
        entra.always(TOKEN_PATH, 200, "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"tok-9\"}");
        adx.then(200, Answers.of(Answers.table("[[1,\"a\"]]"))).then(200, Answers.tables(Answers.COLUMNS, "[]"));
        AdxClient client = client();
        assertThat(client.query("db", "T", AdxOptions.none()).rows()).hasSize(1);
        client.command("db", ".show tables");
        assertThat(tokenRequests()).hasSize(1).allSatisfy(request -> assertThat(request.body())
                .contains("grant_type=client_credentials", "client_id=app-1", "client_secret=k3y-of%3Dthe%2Fapp"));
        assertThat(adx.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.headers()).containsEntry("authorization", "Bearer tok-9");
            assertThat(request.body()).doesNotContain(KEY);
        });
        assertThat(client.cluster().toString()).contains("***").doesNotContain(KEY);
        assertThat(log.toString()).contains("Correlation ID").doesNotContain(KEY, "k3y-of%3Dthe%2Fapp", "tok-9");
    }

    @Test
    void aWrongKeyIsSaidWithoutTheKey() {
        entra.always(
                TOKEN_PATH,
                401,
                "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client"
                        + " secret provided.\\r\\nTrace ID: 1\",\"error_codes\":[7000215]}");
        Throwable failure = catchThrowable(() -> client().query("db", "T", AdxOptions.none()));
        assertThat(failure)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("error ADX201: Entra ID did not sign in the application 'app-1': AADSTS7000215")
                .hasMessageContaining("it is the value of a client secret, not its id");
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(KEY);
        assertThat(log.toString()).doesNotContain(KEY);
        assertThat(adx.requests()).isEmpty();
    }

    private List<FakeAdx.Request> tokenRequests() {
        return entra.requests().stream()
                .filter(request -> request.path().equals(TOKEN_PATH))
                .toList();
    }

    private AdxClient client() {
        Secret key = new DbutilsSecrets("16.4")
                .find(new SecretReference("adx", "appkey"))
                .orElseThrow();
        AdxCluster cluster = AdxCluster.at(adx.url(), "db", new AdxAuth.AppKey("contoso.com", "app-1", key));
        HttpClient wire = new EntraElsewhere(new OkHttpAsyncHttpClientBuilder().build(), entra.url());
        Retries once = new Retries(1, Duration.ZERO, Duration.ZERO, time -> {}, () -> 0);
        return AdxClient.connect(cluster, wire, once);
    }

    /** Sends what is meant for Entra ID to another server. */
    private record EntraElsewhere(HttpClient wire, String url) implements HttpClient {
        @Override
        public Mono<HttpResponse> send(HttpRequest request) {
            return send(request, Context.NONE);
        }

        @Override
        public Mono<HttpResponse> send(HttpRequest request, Context context) {
            return wire.send(redirected(request), context);
        }

        @Override
        public HttpResponse sendSync(HttpRequest request, Context context) {
            return wire.sendSync(redirected(request), context);
        }

        private HttpRequest redirected(HttpRequest request) {
            String path = request.getUrl().getFile();
            return request.getUrl().getHost().startsWith("login.") ? request.setUrl(url + path) : request;
        }
    }
}
