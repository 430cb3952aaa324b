package io.adxflow.base.http;

/** Turns what a {@link Handler} throws into an answer, so that every failure has a body. */
@FunctionalInterface
public interface FailureHandler {
    Response respond(Request request, Throwable failure);
}
