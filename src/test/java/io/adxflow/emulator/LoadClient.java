package io.adxflow.emulator;

import io.adxflow.base.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Sends commands and queries, one after the other. */
public final class LoadClient {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI uri;

    public LoadClient(URI uri) {
        this.uri = uri;
    }

    /** The rows of the first table of the answer. */
    public List<?> rows(String text) throws IOException, InterruptedException {
        String path = text.startsWith(".") ? "/v1/rest/mgmt" : "/v1/rest/query";
        HttpRequest request = HttpRequest.newBuilder(uri.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of("db", "NetDefaultDB", "csl", text))))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        List<?> tables = (List<?>) ((Map<?, ?>) Json.read(answer.body())).get("Tables");
        return (List<?>) ((Map<?, ?>) tables.get(0)).get("Rows");
    }

    public long number(String query) throws IOException, InterruptedException {
        return ((Number) ((List<?>) rows(query).get(0)).get(0)).longValue();
    }
}
