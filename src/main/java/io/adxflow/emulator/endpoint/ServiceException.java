package io.adxflow.emulator.endpoint;

import io.adxflow.emulator.protocol.ErrorBody;

/** A refusal that is told exactly so. */
final class ServiceException extends RuntimeException {
    private final transient ErrorBody body;

    ServiceException(ErrorBody body) {
        super(body.message());
        this.body = body;
    }

    ErrorBody body() {
        return body;
    }
}
