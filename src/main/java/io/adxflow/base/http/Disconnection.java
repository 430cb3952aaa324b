package io.adxflow.base.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/**
 * Looks, while an answer is made, whether the client is still there. Undertow does not read from a connection that is being
 * answered, so it would not see the end of it before it writes. Over TLS the same source gives what has been decrypted.
 */
final class Disconnection implements Request.Connection {
    static final long PAUSE_MILLIS = 250;

    private final HttpServerExchange exchange;
    private boolean isOver;

    Disconnection(HttpServerExchange exchange) {
        this.exchange = exchange;
    }

    /** The body of the request must have been read. */
    @Override
    public void onDisconnect(Runnable action) {
        if (exchange.getConnection() instanceof AbstractServerConnection connection) {
            exchange.addExchangeCompleteListener((completed, next) -> {
                end();
                next.proceed();
            });
            lookLater(connection, action);
        }
    }

    private void lookLater(AbstractServerConnection connection, Runnable action) {
        connection.getIoThread().executeAfter(() -> look(connection, action), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(AbstractServerConnection connection, Runnable action) {
        Finding finding = find(connection);
        if (finding == Finding.WAITING) {
            lookLater(connection, action);
        } else if (finding == Finding.GONE) {
            connection.getWorker().execute(action);
            IoUtils.safeClose(connection);
        }
    }

    /** The lock keeps a next request, which may come as soon as the answer is complete, from being read here and lost. */
    private synchronized Finding find(AbstractServerConnection connection) {
        if (isOver || connection.getExtraBytes() != null) {
            return Finding.NOTHING_TO_SEE;
        }
        PooledByteBuffer pooled = connection.getByteBufferPool().allocate();
        ByteBuffer buffer = pooled.getBuffer();
        try {
            int read = connection.getOriginalSourceConduit().read(buffer);
            if (read > 0) {
                buffer.flip();
                connection.setExtraBytes(pooled);
                return Finding.NOTHING_TO_SEE;
            }
            pooled.close();
            return read < 0 ? Finding.GONE : Finding.WAITING;
        } catch (IOException e) {
            pooled.close();
            return Finding.GONE;
        }
    }

    private synchronized void end() {
        isOver = true;
    }

    private enum Finding {
        WAITING,
        GONE,
        NOTHING_TO_SEE
    }
}
