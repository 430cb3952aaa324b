package io.adxflow.base.http;

/** A request that the server refuses before anybody looks at its meaning: unknown address, wrong method, too large. */
public final class HttpException extends RuntimeException {
    private final int status;

    public HttpException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
