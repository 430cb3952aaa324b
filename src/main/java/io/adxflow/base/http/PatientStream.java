package io.adxflow.base.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** The body of a request, whose connection is closed when nothing of it comes for some time. */
final class PatientStream extends InputStream {
    private final HttpServerExchange exchange;
    private final Duration patience;

    PatientStream(HttpServerExchange exchange, Duration patience) {
        this.exchange = exchange;
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return readPatiently(bytes, offset, length);
        } catch (IOException e) {
            throw new BrokenBodyException(e);
        }
    }

    private int readPatiently(byte[] bytes, int offset, int length) throws IOException {
        InputStream in = exchange.getInputStream();
        if (in.available() > 0) {
            return in.read(bytes, offset, length);
        }
        XnioExecutor.Key alarm = exchange.getIoThread()
                .executeAfter(
                        () -> IoUtils.safeClose(exchange.getConnection()), patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return in.read(bytes, offset, length);
        } finally {
            alarm.remove();
        }
    }

    @Override
    public void close() throws IOException {
        exchange.getInputStream().close();
    }
}
