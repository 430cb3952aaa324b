package io.adxflow.secret.entra;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.adxflow.base.http.RestClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Carries the requests of the sign-in library, to Entra ID or to the server that plays it. */
record EntraWire(Cloud cloud) implements IHttpClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** The client below sets these itself. */
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "connection");

    @Override
    public IHttpResponse send(HttpRequest request) {
        URI url = URI.create(request.url().toString());
        Map<String, String> headers = new HashMap<>(request.headers() == null ? Map.of() : request.headers());
        headers.keySet().removeIf(name -> OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
        byte[] body = request.body() == null ? new byte[0] : request.body().getBytes(StandardCharsets.UTF_8);
        RestClient.Answer answer =
                new RestClient(base(url), TIMEOUT).send(request.httpMethod().name(), pathAndQuery(url), headers, body);
        HttpResponse response = new HttpResponse().statusCode(answer.status()).body(answer.body());
        Map<String, List<String>> lists = new HashMap<>();
        answer.headers().forEach((name, value) -> lists.put(name, List.of(value)));
        response.addHeaders(lists);
        return response;
    }

    /** Asks Entra ID itself, without the library. */
    RestClient.Answer get(String path) {
        return new RestClient(cloud.standIn().orElse(cloud.login()), TIMEOUT).get(path);
    }

    private URI base(URI url) {
        return cloud.standIn().orElseGet(() -> url.resolve("/"));
    }

    private static String pathAndQuery(URI url) {
        return url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
    }
}
