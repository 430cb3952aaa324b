package io.adxflow.base.http;

import io.undertow.server.HttpServerExchange;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells who asks for it that the connection closed before the answer was complete. */
final class Disconnection implements Request.Connection {
    private final HttpServerExchange exchange;

    Disconnection(HttpServerExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void onDisconnect(Runnable action) {
        AtomicBoolean over = new AtomicBoolean();
        exchange.addExchangeCompleteListener((completed, next) -> {
            over.set(completed.isResponseComplete());
            next.proceed();
        });
        exchange.getConnection().addCloseListener(connection -> {
            if (over.compareAndSet(false, true)) {
                action.run();
            }
        });
    }
}
