package io.adxflow.emulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.HttpServer;
import io.adxflow.base.http.HttpServerOptions;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.http.Routes;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.IngestionResource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A storage that is talked to over HTTP, with an ingestor that notes what it is given. */
abstract class StorageOverHttp {
    @TempDir
    Path directory;

    final Recorder recorder = new Recorder();
    Clock clock = Clock.systemUTC();
    Storage storage;
    HttpServer server;
    RestClient client;

    @BeforeEach
    void start() {
        storage = new Storage(directory, clock, "account.test", StorageOptions.OWN);
        Routes routes = new Routes();
        storage.addRoutes(routes, recorder);
        server = HttpServer.start(
                HttpServerOptions.anyPort(), routes, (request, e) -> Response.text(500, "text/plain", e.toString()));
        storage.begin(List.of(server.uri()), Optional.empty());
        client = new RestClient(server.uri(), Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        server.close();
        storage.close();
    }

    final Answer send(String method, String resource, String path, String query, String body) {
        return client.send(method, address(resource, path, query), Map.of(), bytes(body));
    }

    final String address(String type, String path, String query) {
        String uri = storage.ingestionResources().stream()
                .filter(resource -> resource.type().equals(type))
                .map(IngestionResource::uri)
                .findFirst()
                .orElseThrow();
        String[] parts = uri.substring(server.uri().toString().length()).split("\\?", 2);
        String address = parts[0] + path.replace(" ", "%20") + "?" + (query.isEmpty() ? "" : query + "&") + parts[1];
        return address.replace("'", "%27");
    }

    static Map<String, Object> members(Answer answer) {
        Map<String, Object> members = new TreeMap<>();
        ((Map<?, ?>) Json.read(answer.body())).forEach((name, value) -> members.put(name.toString(), value));
        return members;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Notes what it is given. */
    static final class Recorder implements Ingestor {
        final List<IngestionMessage> messages = Collections.synchronizedList(new ArrayList<>());
        final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch called = new CountDownLatch(1);
        volatile Outcome outcome = Outcome.succeeded(new UUID(0, 1));
        volatile BatchingPolicy policy = BatchingPolicy.NONE;

        @Override
        public List<Outcome> ingest(List<IngestionMessage> batch) {
            messages.addAll(batch);
            batches.add(batch.size());
            called.countDown();
            return Collections.nCopies(batch.size(), outcome);
        }

        @Override
        public BatchingPolicy batching(IngestionMessage message) {
            return policy;
        }

        void await() throws InterruptedException {
            assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
