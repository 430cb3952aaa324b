package io.adxflow.adx.client;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A body that is sent once. Without it <a
 * href="https://square.github.io/okhttp/5.x/okhttp/okhttp3/-request-body/is-one-shot.html">OkHttp</a> silently sends a
 * request again when a connection that served before ends without an answer, and when a 503 allows it at once; a command
 * that was executed would run twice. Other addresses of a host are still tried, until one takes the request.
 */
final class OneShotBody extends RequestBody {
    private final RequestBody body;

    private OneShotBody(RequestBody body) {
        this.body = body;
    }

    /** The request, with such a body if it has one. */
    static Request in(Request request) {
        RequestBody body = request.body();
        return body == null
                ? request
                : request.newBuilder()
                        .method(request.method(), new OneShotBody(body))
                        .build();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        body.writeTo(sink);
    }
}
