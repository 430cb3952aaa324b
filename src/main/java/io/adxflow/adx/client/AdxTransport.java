package io.adxflow.adx.client;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.util.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import reactor.core.publisher.Mono;

/**
 * The HTTP transport below kusto-data. It streams bodies, which the library's own transport does not, and it keeps what
 * the library drops: how an answer that was not a success described itself.
 */
final class AdxTransport implements HttpClient {
    private static final HttpHeaderName REQUEST_ID = HttpHeaderName.fromString("x-ms-client-request-id");
    private static final HttpHeaderName ACTIVITY_ID = HttpHeaderName.fromString("x-ms-activity-id");
    /** The library takes a cluster without metadata for one of the public cloud. */
    private static final String METADATA = "/v1/rest/auth/metadata";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final Duration CONNECT = Duration.ofSeconds(20);
    /** A query may be silent for as long as it runs; the library sets the shorter limit of each call. */
    private static final Duration SILENCE = Duration.ofMinutes(65);

    /** More than any driver or executor has tasks. */
    private static final int REQUESTS_AT_ONCE = 512;

    private final HttpClient wire;
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    /** What the headers of a refusing answer say. */
    record Refusal(int status, String activityId, Optional<Duration> retryAfter) {}

    AdxTransport(HttpClient wire) {
        this.wire = wire;
    }

    /**
     * One for all clients of the process, made with the first of them: a connection that one client has made serves the
     * next, which matters where each costs a handshake. Its threads and connections go when nobody uses them.
     */
    private static final class Wire {
        private static final HttpClient SHARED = make();

        private static HttpClient make() {
            Dispatcher dispatcher = new Dispatcher(Executors.newCachedThreadPool(daemons()));
            dispatcher.setMaxRequests(REQUESTS_AT_ONCE);
            dispatcher.setMaxRequestsPerHost(REQUESTS_AT_ONCE);
            OkHttpClient once = new OkHttpClient.Builder()
                    .addInterceptor(chain -> chain.proceed(OneShotBody.in(chain.request())))
                    .build();
            return new OkHttpAsyncHttpClientBuilder(once)
                    .connectionTimeout(CONNECT)
                    .readTimeout(SILENCE)
                    .dispatcher(dispatcher)
                    .connectionPool(new ConnectionPool())
                    .build();
        }
    }

    static AdxTransport open() {
        return new AdxTransport(Wire.SHARED);
    }

    /** How the call, or the question for metadata before it, was refused; empty when it was not, or had no answer. */
    Optional<Refusal> refusal(String requestId) {
        return Optional.ofNullable(refusals.remove(requestId)).or(() -> Optional.ofNullable(refusals.remove(METADATA)));
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return send(request, Context.NONE);
    }

    /** Deferred: the library adds the token after it has asked for the request to be sent. */
    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return Mono.defer(() -> wire.send(request, context)).flatMap(response -> noted(request, response));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        HttpResponse response = wire.sendSync(request, context);
        return response.getStatusCode() == OK
                ? readable(response)
                : refused(request, response, response.getBodyAsBinaryData().toBytes());
    }

    private Mono<HttpResponse> noted(HttpRequest request, HttpResponse response) {
        return response.getStatusCode() == OK
                ? Mono.just(PlainResponse.of(readable(response)))
                : response.getBodyAsByteArray()
                        .defaultIfEmpty(new byte[0])
                        .map(body -> refused(request, response, body));
    }

    private HttpResponse refused(HttpRequest request, HttpResponse response, byte[] body) {
        noteRefusal(request, response);
        return RefusingResponse.of(request, response, body);
    }

    private static HttpResponse readable(HttpResponse response) {
        if (response.getHeaderValue(HttpHeaderName.CONTENT_ENCODING) == null) {
            // Without this header the library's streaming query fails.
            response.getHeaders().set(HttpHeaderName.CONTENT_ENCODING, "identity");
        }
        return response;
    }

    private void noteRefusal(HttpRequest request, HttpResponse response) {
        String requestId = request.getHeaders().getValue(REQUEST_ID);
        boolean metadata = request.getUrl().getPath().equals(METADATA) && response.getStatusCode() != NOT_FOUND;
        if (requestId != null || metadata) {
            refusals.put(requestId == null ? METADATA : requestId, refusal(response));
        }
    }

    private static Refusal refusal(HttpResponse response) {
        String activityId = response.getHeaderValue(ACTIVITY_ID);
        String wait = response.getHeaderValue(HttpHeaderName.RETRY_AFTER);
        Optional<Duration> retryAfter = wait != null && wait.matches("\\d{1,6}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(wait)))
                : Optional.empty();
        return new Refusal(response.getStatusCode(), activityId == null ? "" : activityId, retryAfter);
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "adx-http");
            thread.setDaemon(true);
            return thread;
        };
    }
}
