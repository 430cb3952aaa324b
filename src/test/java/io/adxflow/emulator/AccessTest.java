package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.json.Json;
import io.adxflow.canary.Canary;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An emulator that asks for tokens. */
class AccessTest {
    private static final String TOKENS =
            """
            # token, principal, roles
            root aadapp=root;t admins
            maker aadapp=maker;t users
            reader aadapp=reader;t viewers
            loader aadapp=loader;t ingestors
            nobody aadapp=nobody;t
            """
                    .replaceAll("(?m)^(?=\\w)", Canary.secret(""));

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private Emulator emulator;

    @BeforeEach
    void start() throws Exception {
        Path tokens = Files.writeString(directory.resolve("tokens"), TOKENS);
        emulator = Emulator.start(EmulatorOptions.in(directory.resolve("data")).requiringTokens(tokens));
        command("root", ".create table T (a:long)");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aRequestNeedsATokenThatIsKnown() throws Exception {
        assertThat(query(Optional.empty()).statusCode()).isEqualTo(401);
        assertThat(query(Optional.empty()).headers().firstValue("WWW-Authenticate"))
                .as("clients of ktor send a token only when they are asked for one")
                .contains("Bearer");
        HttpResponse<String> answer = query(Optional.of("guess"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"Unauthorized\"");
    }

    @Test
    void aRefusalSaysWhoMayNotDoWhat() throws Exception {
        HttpResponse<String> answer = query(Optional.of("loader"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("\"code\":\"Forbidden\"", "KustoRequestDeniedException")
                .contains("Principal 'aadapp=loader;t' is not authorized to perform this operation on database"
                        + " 'NetDefaultDB': it needs the right 'read'");
    }

    @Test
    void aRequestMayAskWhetherItMayRun() throws Exception {
        assertThat(validate("reader", "T | join (T) on a").body()).contains("\"Rows\":[[\"OK\"]]");
        assertThat(validate("loader", "T").statusCode()).isEqualTo(403);
        assertThat(validate("reader", "Nowhere").statusCode()).isEqualTo(400);
    }

    @Test
    void everyRoleMayDoItsPart() throws Exception {
        assertThat(query(Optional.of("reader")).statusCode()).isEqualTo(200);
        assertThat(command("reader", ".show tables")).isEqualTo(200);
        assertThat(command("reader", ".create table X (a:long)")).isEqualTo(403);
        assertThat(command("loader", ".ingest inline into table T <| 1")).isEqualTo(200);
        assertThat(command("loader", ".show table T details")).isEqualTo(403);
        assertThat(command("nobody", ".show version")).isEqualTo(200);
        assertThat(command("nobody", ".show tables")).isEqualTo(403);
        assertThat(command("root", ".delete table T records <| T")).isEqualTo(200);
    }

    @Test
    void whoMakesATableIsItsAdmin() throws Exception {
        assertThat(command("maker", ".create table Mine (a:long)")).isEqualTo(200);
        assertThat(command("maker", ".ingest inline into table Mine <| 1")).isEqualTo(200);
        assertThat(command("maker", ".move extents all from table Mine to table T"))
                .isEqualTo(403);
        assertThat(command("maker", ".drop table T")).isEqualTo(403);
        assertThat(command("maker", ".set-or-append Made <| Mine")).isEqualTo(200);
        assertThat(command("maker", ".move extents all from table Mine to table Made"))
                .isEqualTo(200);
        assertThat(command("maker", ".drop tables (Mine, Made)")).isEqualTo(200);
    }

    @Test
    void rowLevelSecurityGoesByWhoSendsTheToken() throws Exception {
        command("root", ".ingest inline into table T <| 1\n2");
        assertThat(command(
                        "root",
                        ".alter table T policy row_level_security enable"
                                + " 'T | where a == 1 and current_principal() == \"aadapp=reader;t\"'"))
                .isEqualTo(200);
        assertThat(rows("reader", "T | union withsource = s T*, (database('netdefaultdb').T)"))
                .hasSize(3);
        assertThat(rows("root", "T")).isEmpty();
        assertThat(rows("root", "find in (T) where a > 0")).isEmpty();
        assertThat(rows("maker", "search \"2\"")).isEmpty();
        assertThat(command("reader", ".alter table T policy row_level_security disable 'T'"))
                .isEqualTo(403);
        String blocked = send("/v2/rest/query", Optional.of("reader"), "set request_block_row_level_security; T")
                .body();
        assertThat(blocked).contains("KQL330");
    }

    private List<?> rows(String token, String text) throws IOException, InterruptedException {
        Map<?, ?> answer = (Map<?, ?>)
                Json.read(send("/v1/rest/query", Optional.of(token), text).body());
        assertThat(answer.get("Tables")).as(answer.toString()).isNotNull();
        return (List<?>) ((Map<?, ?>) ((List<?>) answer.get("Tables")).get(0)).get("Rows");
    }

    private HttpResponse<String> query(Optional<String> token) throws IOException, InterruptedException {
        return send("/v2/rest/query", token, "T | count");
    }

    private HttpResponse<String> validate(String token, String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(emulator.uri().resolve("/v2/rest/query"))
                .header("Authorization", "Bearer " + Canary.secret(token))
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of(
                        "db",
                        "NetDefaultDB",
                        "csl",
                        text,
                        "properties",
                        Map.of("Options", Map.of("validate_permissions", true))))))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private int command(String token, String text) throws IOException, InterruptedException {
        return send("/v1/rest/mgmt", Optional.of(token), text).statusCode();
    }

    private HttpResponse<String> send(String path, Optional<String> token, String text)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(emulator.uri().resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of("db", "NetDefaultDB", "csl", text))));
        token.ifPresent(name -> request.header("Authorization", "Bearer " + Canary.secret(name)));
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
