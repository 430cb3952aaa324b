package io.adxflow.emulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.HttpServer;
import io.adxflow.base.http.HttpServerOptions;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The text that is signed, line by line as the documentation of Shared Key has it. */
class SharedKeyTest {
    private static final byte[] KEY = "a key of 32 bytes, as it happens".getBytes(StandardCharsets.UTF_8);
    private static final String DATE = "Fri, 20 Nov 2026 19:00:00 GMT";
    private static final String LIST = "/export?restype=container&comp=list&prefix=a%20b/";
    private static final String SIGNED_LIST = "GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:" + DATE
            + "\nx-ms-version:2020-10-02\n/localadx/export\ncomp:list\nprefix:a b/\nrestype:container";

    private HttpServer server;
    private RestClient client;

    @BeforeEach
    void start() {
        SharedKey key = new SharedKey("localadx", KEY);
        Routes routes = new Routes()
                .get("/export", request -> Response.text(200, "text/plain", String.valueOf(key.hasSigned(request))))
                .put(
                        "/export/{blob}",
                        request -> Response.text(200, "text/plain", String.valueOf(key.hasSigned(request))));
        server = HttpServer.start(
                HttpServerOptions.anyPort(), routes, (request, e) -> Response.text(500, "text/plain", e.toString()));
        client = new RestClient(server.uri(), Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theParametersOfAListAreSigned() throws Exception {
        assertThat(get(SIGNED_LIST, "localadx")).isEqualTo("true");
        assertThat(get(SIGNED_LIST.replace("a b/", "a c/"), "localadx")).isEqualTo("false");
    }

    @Test
    void anotherAccountIsNotLetIn() throws Exception {
        assertThat(get(SIGNED_LIST, "other")).isEqualTo("false");
    }

    @Test
    void lengthAndKindOfABodyAreSigned() throws Exception {
        String text =
                "PUT\n\n\n4\n\ntext/plain\n" + DATE + "\n\n\n\n\n\nx-ms-blob-type:BlockBlob\n/localadx/export/x.csv";
        Map<String, String> headers = Map.of(
                "Authorization",
                authorization(text, "localadx"),
                "Content-Type",
                "text/plain",
                "x-ms-blob-type",
                "BlockBlob",
                "Date",
                DATE);
        byte[] body = "1,a\n".getBytes(StandardCharsets.UTF_8);
        assertThat(client.send("PUT", "/export/x.csv", headers, body).body()).isEqualTo("true");
    }

    private String get(String text, String account) throws Exception {
        Map<String, String> headers =
                Map.of("Authorization", authorization(text, account), "x-ms-date", DATE, "x-ms-version", "2020-10-02");
        return client.send("GET", LIST, headers, new byte[0]).body();
    }

    private static String authorization(String text, String account) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return "SharedKey " + account + ":" + Base64.getEncoder().encodeToString(signature);
    }
}
