package io.adxflow.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.microsoft.azure.kusto.data.Client;
import com.microsoft.azure.kusto.data.ClientFactory;
import com.microsoft.azure.kusto.data.ClientRequestProperties;
import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.base.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What a reader is compared with: a loop that does nothing but parse, and Microsoft's library. */
final class BareReader {
    private final HttpClient http = HttpClient.newHttpClient();
    private final AdxCluster cluster;

    BareReader(AdxCluster cluster) {
        this.cluster = cluster;
    }

    /** Asks for every token of the answer and looks at none. */
    long tokens(String kql) throws IOException, InterruptedException {
        Map<String, Object> options = Map.of("Options", Map.of("notruncation", true));
        String body = Json.write(Map.of("db", cluster.database(), "csl", kql, "properties", options));
        HttpRequest request = HttpRequest.newBuilder(URI.create(cluster.url() + "/v2/rest/query"))
                .header("Content-Type", "application/json")
                .header("Accept-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        long tokens = 0;
        try (JsonParser parser = new JsonFactory().createParser(new GZIPInputStream(answer.body(), 1 << 16))) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** The whole answer in memory, as the library gives it. */
    int executeQuery(String kql) throws Exception {
        ConnectionStringBuilder connection =
                new ConnectionStringBuilder(cluster.url().toString());
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setOption("notruncation", true);
        Client client = ClientFactory.createClient(connection);
        return client.executeQuery(cluster.database(), kql, properties)
                .getPrimaryResults()
                .count();
    }
}
