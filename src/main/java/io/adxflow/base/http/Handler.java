package io.adxflow.base.http;

import java.io.IOException;

/** Answers the requests of one address. It runs on a thread of its own and may block. */
@FunctionalInterface
public interface Handler {
    /** @throws IOException when the request cannot be read */
    Response handle(Request request) throws IOException;
}
