package io.adxflow.emulator.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.Emulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent, an error body comes back. */
class BadRequestTest {
    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory);
        client = new RestClient(emulator.uri(), Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void aBodyThatIsNotJsonSaysWhere() {
        refused(client.postJson("/v2/rest/query", "{\"db\": oops}"), 400, "the request body is not JSON: line 1");
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        refused(client.postJson("/v1/rest/mgmt", "[1]"), 400, "the request body must be a JSON object");
    }

    @Test
    void anEmptyBodyIsRefused() {
        refused(client.postJson("/v2/rest/query", ""), 400, "the request body is not JSON");
    }

    @Test
    void aRequestWithoutAQueryIsRefused() {
        refused(
                client.postJson("/v2/rest/query", "{\"db\":\"NetDefaultDB\"}"),
                400,
                "the request body needs a text 'csl'");
    }

    @Test
    void propertiesThatAreNotJsonAreRefused() {
        refused(
                client.postJson("/v2/rest/query", "{\"db\":\"\",\"csl\":\"print 1\",\"properties\":\"{\"}"),
                400,
                "the request body is not JSON");
    }

    @Test
    void anOptionThatCannotBeReadIsRefused() {
        refused(
                query("print 1", "\"truncationmaxrecords\":\"many\""),
                400,
                "option 'truncationmaxrecords' cannot be 'many': expected a number");
    }

    @Test
    void anOptionThatNothingObeysIsRefused() {
        refused(
                query("print 1", "\"query_datetimescope_column\":\"Time\""),
                400,
                "option 'query_datetimescope_column' is not supported");
    }

    @Test
    void anUnknownAddressIsAnErrorBody() {
        refused(client.get("/v3/rest/query"), 404, "there is nothing at '/v3/rest/query'");
    }

    @Test
    void aWrongMethodNamesTheRightOnes() {
        refused(client.get("/v1/rest/mgmt"), 405, "'/v1/rest/mgmt' takes POST, not GET");
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        byte[] huge = new byte[CommandText.LONGEST + 1];
        Arrays.fill(huge, (byte) ' ');
        refused(client.send("POST", "/v1/rest/mgmt", Map.of(), huge), 413, "the request body is larger than");
    }

    @Test
    void gzipThatBreaksOffIsRefused() {
        byte[] broken = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2};
        refused(
                client.send("POST", "/v1/rest/ingest/NetDefaultDB/T", Map.of(), broken),
                400,
                "the request could not be read");
    }

    @Test
    void anUnknownDatabaseIsNamed() {
        refused(
                client.postJson("/v2/rest/query", "{\"db\":\"Nowhere\",\"csl\":\"print 1\"}"),
                404,
                "Entity name 'Nowhere' of kind 'Database' does not exist.");
    }

    @Test
    void aCommandInAQueryIsAnsweredAsTheServiceDoes() {
        Answer answer = query(" // comment\n.show version", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("Bad request: Control commands (starting with a dot '.') do not support api_version=v2");
    }

    @Test
    void aReadOnlyRequestChangesNothing() {
        Answer answer = client.send(
                "POST",
                "/v1/rest/mgmt",
                Map.of("x-ms-readonly", "true"),
                "{\"db\":\"\",\"csl\":\".drop table T\"}".getBytes(StandardCharsets.UTF_8));
        refused(answer, 403, "the request is read-only");
    }

    @Test
    void theNameOfTheRequestComesBack() {
        Answer answer = client.send("POST", "/v2/rest/query", Map.of("x-ms-client-request-id", "me;1"), new byte[0]);
        assertThat(answer.header("x-ms-client-request-id")).contains("me;1");
        assertThat(answer.header("x-ms-activity-id")).isPresent();
        assertThat(answer.header("Content-Encoding")).contains("identity");
    }

    @Test
    void theLandingPageSaysWhatThisIs() {
        assertThat(client.get("/").body()).contains("adxflow emulator").contains("NetDefaultDB");
    }

    private static Answer query(String text, String options) {
        String properties = "{\"Options\":{" + options + "}}";
        return client.postJson(
                "/v2/rest/query",
                "{\"db\":\"NetDefaultDB\",\"csl\":" + Json.write(text) + ",\"properties\":" + properties + "}");
    }

    private static void refused(Answer answer, int status, String message) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        Map<?, ?> error = (Map<?, ?>) ((Map<?, ?>) Json.read(answer.body())).get("error");
        assertThat(error.get("@message").toString()).contains(message);
        assertThat(error.get("code")).isNotNull();
        assertThat(error.get("@permanent")).isEqualTo(true);
    }
}
