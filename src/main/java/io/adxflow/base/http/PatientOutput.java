package io.adxflow.base.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/**
 * The body of an answer, whose connection is closed when the client takes nothing of it for some time. What takes time to make is
 * not held against the client.
 */
final class PatientOutput extends OutputStream {
    private static final long NOTHING = Long.MIN_VALUE;
    private static final int LOOKS = 4;

    private final HttpServerExchange exchange;
    private final OutputStream out;
    private final Duration patience;
    private volatile long writingSince = NOTHING;
    private volatile boolean isWatched;
    private volatile boolean isOver;

    PatientOutput(HttpServerExchange exchange, Duration patience) {
        this.exchange = exchange;
        this.out = exchange.getOutputStream();
        this.patience = patience;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        begin();
        try {
            out.write(bytes, offset, length);
        } finally {
            writingSince = NOTHING;
        }
    }

    @Override
    public void flush() throws IOException {
        begin();
        try {
            out.flush();
        } finally {
            writingSince = NOTHING;
        }
    }

    /** Sends what is left. */
    @Override
    public void close() throws IOException {
        begin();
        try {
            out.close();
        } finally {
            end();
        }
    }

    /** Watches no longer. */
    void end() {
        isOver = true;
    }

    private void begin() {
        writingSince = System.nanoTime();
        if (!isWatched) {
            isWatched = true;
            lookLater();
        }
    }

    private void lookLater() {
        long pause = Math.max(1, patience.toMillis() / LOOKS);
        exchange.getIoThread().executeAfter(this::look, pause, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long since = writingSince;
        if (isOver) {
            return;
        }
        if (since != NOTHING && System.nanoTime() - since > patience.toNanos()) {
            IoUtils.safeClose(exchange.getConnection());
        } else if (exchange.getConnection().isOpen()) {
            lookLater();
        }
    }
}
