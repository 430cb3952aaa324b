package io.adxflow.base.http;

import java.io.IOException;

/** The body of a request breaks off, or is not sent as HTTP says. The client did it, and nothing that this server stands on. */
public final class BrokenBodyException extends IOException {
    BrokenBodyException(IOException cause) {
        super("the body of the request is not complete: " + cause.getMessage(), cause);
    }
}
