package io.adxflow.databricks;

import io.adxflow.base.http.Body;
import io.adxflow.base.http.Handler;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What goes wrong with a request of a workspace, and with which one. */
public final class Faults {
    /** What goes wrong. */
    public enum Kind {
        FORBIDDEN,
        BROKEN,
        THROTTLED,
        UNAVAILABLE,
        CUT_BEFORE_IT_IS_DONE,
        CUT_AFTER_IT_IS_DONE,
        /** It is done, and the answer waits for {@link #release}; then it is cut. */
        HELD_AFTER_IT_IS_DONE
    }

    private static final long PATIENCE_SECONDS = 60;

    private Kind kind = Kind.FORBIDDEN;
    private int before = Integer.MAX_VALUE;
    private int left;
    private int seen;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /**
     * Sets the next fault.
     *
     * @param before how many requests go well before
     * @param times how many do not
     */
    public synchronized void next(Kind what, int before, int times) {
        this.kind = what;
        this.before = before;
        this.left = times;
        this.seen = 0;
    }

    /** Whether there was a request for every fault. */
    public synchronized boolean happened() {
        return left == 0;
    }

    /** How many requests there were since the fault was set. */
    public synchronized int requests() {
        return seen;
    }

    /** Waits until an answer is held. */
    public void awaitHeld() throws InterruptedException {
        if (!held.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no answer was held");
        }
    }

    public void release() {
        released.countDown();
    }

    private synchronized boolean isNow() {
        boolean isNow = seen++ >= before && left > 0;
        left -= isNow ? 1 : 0;
        return isNow;
    }

    Response answer(Request request, Handler handler) throws IOException {
        if (!isNow()) {
            return handler.handle(request);
        }
        return switch (kind) {
            case FORBIDDEN -> new Wire.Refusal(403, "PERMISSION_DENIED", "the fault says no").response();
            case BROKEN -> new Wire.Refusal(500, "INTERNAL_ERROR", "the fault broke it").response();
            case THROTTLED -> new Wire.Refusal(429, "RESOURCE_EXHAUSTED", "too many requests")
                    .response()
                    .withHeader("Retry-After", "0");
            case UNAVAILABLE -> new Wire.Refusal(503, "TEMPORARILY_UNAVAILABLE", "the fault is busy")
                    .response()
                    .withHeader("Retry-After", "0");
            case CUT_BEFORE_IT_IS_DONE -> cut();
            case CUT_AFTER_IT_IS_DONE -> {
                handler.handle(request);
                yield cut();
            }
            case HELD_AFTER_IT_IS_DONE -> {
                handler.handle(request);
                hold();
                yield cut();
            }
        };
    }

    private void hold() throws IOException {
        held.countDown();
        try {
            if (!released.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("nobody released the answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The connection closes instead of an answer. */
    private static Response cut() {
        return Response.stream(200, "application/json", new Body() {
            @Override
            public OptionalLong length() {
                throw new UncheckedIOException(new IOException("cut"));
            }

            @Override
            public void writeTo(OutputStream out) {}
        });
    }
}
