package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.json.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries and commands that run are listed, and can be stopped. */
class RunningRequestsTest {
    private static final String ENDLESS = "range x from 1 to 1000000000000 step 1 | summarize sum(x)";

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private Emulator emulator;

    @BeforeEach
    void start() {
        emulator = Emulator.start(directory);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aRunningQueryIsListedAndCanBeCancelled() {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request("/v2/rest/query", ENDLESS, "App.Query;1"), BodyHandlers.ofString());
        until(".show running queries | where ClientActivityId == 'App.Query;1'");
        assertThat(rows(".cancel query \"App.Query;1\" with (reason=\"enough\")"))
                .containsExactly(List.of("App.Query;1", "enough", true));
        assertThat(answer.join().body()).contains("E_QUERY_CANCELLED");
        assertThat(rows(".show queries | where ClientActivityId == 'App.Query;1' | project State, Text"))
                .containsExactly(List.of("Cancelled", ENDLESS));
        assertThat(rows(".show running queries")).isEmpty();
    }

    @Test
    void anOperationThatIsCancelledChangesNothing() {
        String operation =
                (String) ((List<?>) rows(".set async Sum <| " + ENDLESS).get(0)).get(0);
        until(".show running operations | where OperationId == guid(" + operation + ")");
        assertThat(send("/v1/rest/mgmt", ".cancel operation " + operation + " with (reason='enough')"))
                .contains("TableSet", "Canceled successfully", "enough");
        assertThat(rows(".show operations " + operation + " | project State")).containsExactly(List.of("Canceled"));
        assertThat(rows(".show tables")).isEmpty();
    }

    @Test
    void aQueryThatComparesCursorsTellsTheNextOne() {
        rows(".create table T (a:long)");
        rows(".ingest inline into table T <| 1");
        String cursor = "\"Cursor\",\"";
        assertThat(send("/v2/rest/query", "T | where cursor_after('')")).contains(cursor);
        assertThat(send("/v1/rest/query", "T | where cursor_after('')")).contains("{\\\"Cursor\\\":\\\"");
        assertThat(send("/v2/rest/query", "T")).doesNotContain(cursor);
    }

    private void until(String command) {
        while (rows(command).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private List<Object> first(String json) {
        Map<?, ?> body = (Map<?, ?>) Json.read(json);
        assertThat(body.get("Tables")).as(json).isNotNull();
        List<?> rows = (List<?>) ((Map<?, ?>) ((List<?>) body.get("Tables")).get(0)).get("Rows");
        return List.copyOf(rows);
    }

    private List<Object> rows(String command) {
        return first(send("/v1/rest/mgmt", command));
    }

    private String send(String path, String text) {
        return client.sendAsync(request(path, text, "App.Other;2"), BodyHandlers.ofString())
                .join()
                .body();
    }

    private HttpRequest request(String path, String text, String id) {
        return HttpRequest.newBuilder(emulator.uri().resolve(path))
                .header("x-ms-client-request-id", id)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of("db", "NetDefaultDB", "csl", text))))
                .build();
    }
}
