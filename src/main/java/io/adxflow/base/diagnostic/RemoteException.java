package io.adxflow.base.diagnostic;

import java.util.Optional;

/** The world failed: a service refused, was unreachable, or answered with something that is not an answer. */
public final class RemoteException extends RuntimeException {
    private final boolean retryable;
    private final int status;
    private final String activityId;

    /**
     * @param message what was called and what came back, without secrets
     * @param retryable whether the same call may succeed later
     * @param status the HTTP status, or 0 when there was no answer
     * @param activityId the service's name for the call, or an empty text
     */
    public RemoteException(String message, boolean retryable, int status, String activityId, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
        this.status = status;
        this.activityId = activityId;
    }

    public boolean isRetryable() {
        return retryable;
    }

    public int status() {
        return status;
    }

    public Optional<String> activityId() {
        return activityId.isEmpty() ? Optional.empty() : Optional.of(activityId);
    }
}
