package io.adxflow.secret.entra;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.RestClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Carries the requests of the sign-in library, to Entra ID or to the server that plays it. What is throttled or just being
 * updated is asked again after a while; what lasts is the library's to tell.
 */
record EntraWire(Cloud cloud, Pause pause) implements IHttpClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** Who is told to come back later than this hears it at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The service of a machine <a href="https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#retry-guidance">is away for 70 seconds at most</a>. */
    private static final Duration UPDATE = Duration.ofSeconds(10);

    private static final int UPDATES = 7;
    private static final int ATTEMPTS = 3;
    private static final int UPDATING = 410;
    private static final int THROTTLED = 429;

    /** The client below sets these itself. */
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "connection");

    /** Waits; a test remembers. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    EntraWire(Cloud cloud) {
        this(cloud, time -> Thread.sleep(time.toMillis()));
    }

    @Override
    public IHttpResponse send(HttpRequest request) {
        URI url = URI.create(request.url().toString());
        Map<String, String> headers = new HashMap<>(request.headers() == null ? Map.of() : request.headers());
        headers.keySet().removeIf(name -> OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
        byte[] body = request.body() == null ? new byte[0] : request.body().getBytes(StandardCharsets.UTF_8);
        RestClient client = new RestClient(base(url), TIMEOUT);
        RestClient.Answer answer =
                patiently(() -> client.send(request.httpMethod().name(), pathAndQuery(url), headers, body));
        HttpResponse response = new HttpResponse().statusCode(answer.status()).body(answer.body());
        Map<String, List<String>> lists = new HashMap<>();
        answer.headers().forEach((name, value) -> lists.put(name, List.of(value)));
        response.addHeaders(lists);
        return response;
    }

    /** Asks Entra ID itself, without the library. */
    RestClient.Answer get(String path) {
        RestClient client = new RestClient(cloud.standIn().orElse(cloud.login()), TIMEOUT);
        return patiently(() -> client.get(path));
    }

    private RestClient.Answer patiently(Supplier<RestClient.Answer> request) {
        RestClient.Answer answer = request.get();
        for (int attempt = 1; ; attempt++) {
            Optional<Duration> wait = waitAfter(answer, attempt);
            if (wait.isEmpty()) {
                return answer;
            }
            await(wait.get());
            answer = request.get();
        }
    }

    /** How long to wait before the next attempt; empty when the answer stands. */
    private static Optional<Duration> waitAfter(RestClient.Answer answer, int attempt) {
        if (answer.status() == UPDATING && attempt <= UPDATES) {
            return Optional.of(UPDATE);
        }
        if (answer.status() != THROTTLED || attempt >= ATTEMPTS) {
            return Optional.empty();
        }
        String asked = answer.headers().getOrDefault("retry-after", "");
        Duration wait =
                asked.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(asked)) : Duration.ofSeconds(attempt);
        return wait.compareTo(PATIENCE) > 0 ? Optional.empty() : Optional.of(wait);
    }

    private void await(Duration time) {
        try {
            pause.of(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RemoteException("stopped while signing in", true, 0, "", stop);
        }
    }

    private URI base(URI url) {
        return cloud.standIn().orElseGet(() -> url.resolve("/"));
    }

    private static String pathAndQuery(URI url) {
        return url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
    }
}
