package io.adxflow.adx.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import io.adxflow.adx.Answers;
import io.adxflow.adx.FakeAdx;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.canary.Canary;
import io.adxflow.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdxClientTest {
    private static final String TOKEN = Canary.secret("token");

    private static final String ANSWER = Answers.of(Answers.table("[[1,\"a\"]]"));

    private final FakeAdx adx = FakeAdx.start();
    private final List<Duration> waits = new ArrayList<>();

    @AfterEach
    void stop() {
        adx.close();
    }

    @Test
    void aQueryIsSentWithItsOptions() {
        adx.then(200, ANSWER);
        AdxOptions options = AdxOptions.none()
                .withoutTruncation()
                .withServerTimeout(Duration.ofSeconds(90))
                .withParameter("since", "datetime(2024-01-01)")
                .withRequestId("run-7");
        AdxResult result = client(new AdxAuth.None()).query("db", "T | take 1", options);
        assertThat(result.number(0, "Id")).isEqualTo(1);
        assertThat(result.requestId()).isEqualTo("run-7");
        FakeAdx.Request request = adx.requests().get(0);
        assertThat(request.path()).isEqualTo("/v2/rest/query");
        assertThat(request.headers()).containsEntry("x-ms-client-request-id", "run-7");
        assertThat(request.headers()).containsEntry("x-ms-app", "adxflow");
        assertThat(request.body())
                .contains("\"csl\":\"T | take 1\"", "notruncation", "00:01:30", "datetime(2024-01-01)");
    }

    @Test
    void aTokenIsSentToAQueryAndToACommand() {
        adx.then(200, ANSWER).then(200, Answers.tables(Answers.COLUMNS, "[]"));
        AdxClient client = client(new AdxAuth.Token(new Secret(TOKEN)));
        client.query("db", "T", AdxOptions.none());
        client.command("db", ".show tables");
        assertThat(adx.requests())
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("authorization", "Bearer " + TOKEN));
    }

    @Test
    void credentialsDoNotTravelOverPlainHttp() {
        AdxCluster cluster = AdxCluster.at("http://adx.example", "db", new AdxAuth.Token(new Secret(TOKEN)));
        assertThatThrownBy(() -> AdxClient.connect(cluster))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX109")
                .hasMessageNotContaining(TOKEN);
    }

    @Test
    void aThrottledQueryWaitsAsLongAsTheServiceAsks() {
        adx.then(429, Map.of("Retry-After", "7"), "").then(503, "").then(200, ANSWER);
        assertThat(client(new AdxAuth.None())
                        .query("db", "T", AdxOptions.none())
                        .rows())
                .hasSize(1);
        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(1));
    }

    @Test
    void everyAttemptHasItsOwnRequestId() {
        adx.then(503, "").then(200, ANSWER);
        client(new AdxAuth.None()).query("db", "T", AdxOptions.none().withRequestId("r"));
        assertThat(adx.requests())
                .extracting(request -> request.headers().get("x-ms-client-request-id"))
                .containsExactly("r", "r;2");
    }

    @Test
    void afterTheLastAttemptTheFailureStands() {
        for (int i = 0; i < 4; i++) {
            adx.then(503, Map.of("x-ms-activity-id", "act-" + i), Answers.error("Busy", "come back later", false));
        }
        assertThatThrownBy(() -> client(new AdxAuth.None())
                        .query("db", "T", AdxOptions.none().withRequestId("r")))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("with 503 Busy: come back later")
                .matches(e -> ((RemoteException) e).activityId().orElseThrow().equals("act-2"));
        assertThat(adx.requests()).hasSize(3);
    }

    @Test
    void aClusterThatIsTooBusyForItsMetadataIsAskedAgain() {
        adx.always("/v1/rest/auth/metadata", 503, "");
        assertThatThrownBy(() -> client(new AdxAuth.None()).query("db", "T", AdxOptions.none()))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("with 503");
        assertThat(waits).hasSize(2);
    }

    @Test
    void aCommandIsSentOnce() {
        adx.then(503, Answers.error("Busy", "come back later", false));
        assertThatThrownBy(() -> client(new AdxAuth.None()).command("db", ".drop table T"))
                .isInstanceOf(RemoteException.class)
                .matches(e -> ((RemoteException) e).isRetryable() && ((RemoteException) e).status() == 503);
        assertThat(adx.requests()).hasSize(1);
    }

    /** The connection has served before, and is taken for a dead one by libraries that mean well. */
    @Test
    void aCommandWhoseAnswerIsLostIsNotSentAgain() {
        AdxCluster cluster = AdxCluster.at(adx.url(), "db", new AdxAuth.None());
        adx.then(200, Answers.tables(Answers.COLUMNS, "[]")).thenNothing();
        adx.then(200, Answers.tables(Answers.COLUMNS, "[]"));
        try (AdxClient real = AdxClient.connect(cluster)) {
            real.command("db", ".show tables");
            assertThatThrownBy(() -> real.command("db", ".drop table T"))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("got no answer")
                    .matches(e -> ((RemoteException) e).status() == 0);
        }
        assertThat(adx.requests()).hasSize(2);
    }

    /** Below us a library sends what meets such an answer at once again. */
    @Test
    void aCommandThatMayBeSentAtOnceAgainIsNot() {
        AdxCluster cluster = AdxCluster.at(adx.url(), "db", new AdxAuth.None());
        adx.then(503, Map.of("Retry-After", "0"), Answers.error("Busy", "come back later", false));
        adx.then(200, Answers.tables(Answers.COLUMNS, "[]"));
        try (AdxClient real = AdxClient.connect(cluster)) {
            assertThatThrownBy(() -> real.command("db", ".drop table T"))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("503");
        }
        assertThat(adx.requests()).hasSize(1);
    }

    @Test
    void aQueryThatAdxRefusesIsTheUsers() {
        adx.then(400, Answers.error("General_BadRequest", "Semantic error: SEM0100: no column named 'Stat'", true));
        assertThatThrownBy(() -> client(new AdxAuth.None()).query("db", "T | where Stat == 1", AdxOptions.none()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("error ADX302: ADX refused the query: Semantic error: SEM0100");
    }

    @Test
    void aCommandIsNotSentAsAQuery() {
        assertThatThrownBy(() -> client(new AdxAuth.None()).query("db", " .drop table T", AdxOptions.none()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("error ADX307: '.drop table T' is a control command, expected a query");
        assertThat(adx.requests()).isEmpty();
    }

    @Test
    void aPrincipalWithoutRightsReadsTheCommandThatGrantsThem() {
        adx.then(403, Answers.error("Forbidden", "Principal is not authorized", true));
        assertThatThrownBy(() -> client(new AdxAuth.None()).query("Telemetry", "T", AdxOptions.none()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX203")
                .hasMessageContaining("needs the role viewers on the database 'Telemetry'");
    }

    @Test
    void aRefusedTokenIsNeverShown() {
        adx.then(401, "Bearer " + TOKEN + " is not valid here, " + TOKEN);
        assertThatThrownBy(() -> client(new AdxAuth.Token(new Secret(TOKEN))).query("db", "T", AdxOptions.none()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX202")
                .hasMessageContaining("a token lives about an hour")
                .hasMessageNotContaining(TOKEN)
                .hasNoCause();
    }

    @Test
    void aServerThatIsNotThereIsAskedAgain() {
        String url = adx.url();
        adx.close();
        AdxCluster cluster = AdxCluster.at(url, "db", new AdxAuth.None());
        assertThatThrownBy(() -> client(cluster).query("db", "T", AdxOptions.none()))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("got no answer")
                .hasMessageContaining("adxflow emulator start");
        assertThat(waits).hasSize(2);
    }

    @Test
    void aHostThatDoesNotExistIsTheUsers() {
        AdxCluster cluster = AdxCluster.at("https://nowhere.invalid", "db", new AdxAuth.None());
        assertThatThrownBy(() -> client(cluster).query("db", "T", AdxOptions.none()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX105");
    }

    @Test
    void theRowsOfACommandHaveTheTypesOfTheirColumns() {
        String columns =
                "[{\"ColumnName\":\"N\",\"DataType\":\"Int64\"},{\"ColumnName\":\"B\",\"DataType\":\"SByte\",\"ColumnType\":\"bool\"}]";
        adx.then(200, Answers.tables(columns, "[[5,1],[null,false]]"));
        AdxResult result = client(new AdxAuth.None()).command("db", ".show something");
        assertThat(result.rows().get(0)).containsExactly(5L, true);
        assertThat(result.rows().get(1)).containsExactly(null, false);
        assertThat(adx.requests().get(0).path()).isEqualTo("/v1/rest/mgmt");
    }

    @Test
    void anExceptionAmongTheRowsOfACommandIsRaised() {
        adx.then(200, Answers.tables(Answers.COLUMNS, "[{\"Exceptions\":[\"out of memory\"]}]"));
        assertThatThrownBy(() -> client(new AdxAuth.None()).command("db", ".show something"))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("out of memory");
    }

    private AdxClient client(AdxAuth auth) {
        return client(AdxCluster.at(adx.url(), "db", auth));
    }

    private AdxClient client(AdxCluster cluster) {
        Retries retries = new Retries(3, Duration.ofSeconds(1), Duration.ofSeconds(60), waits::add, () -> 0);
        return AdxClient.connect(cluster, new OkHttpAsyncHttpClientBuilder().build(), retries);
    }
}
