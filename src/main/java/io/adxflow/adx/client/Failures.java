package io.adxflow.adx.client;

import io.adxflow.base.diagnostic.RemoteException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * Turns what went wrong in one call into what the user reads. What the user can repair becomes a problem with a hint,
 * everything else a {@link RemoteException}. No text carries a secret.
 */
final class Failures {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final Set<Integer> PASSING = Set.of(429, 502, 503);

    private final AdxCluster cluster;
    private final String database;
    private final boolean query;
    private final String call;

    private Failures(AdxCluster cluster, String database, boolean query, String call) {
        this.cluster = cluster;
        this.database = database;
        this.query = query;
        this.call = call;
    }

    static Failures ofQuery(AdxCluster cluster, String database, String requestId) {
        return new Failures(cluster, database, true, "the query " + requestId + " on " + cluster.url());
    }

    static Failures ofCommand(AdxCluster cluster, String database, String requestId) {
        return new Failures(cluster, database, false, "the command " + requestId + " on " + cluster.url());
    }

    /** What ADX said. */
    RuntimeException service(ServiceError error) {
        String message = Redaction.of(cluster.auth(), error.message());
        if (query && error.isTruncation()) {
            return AdxProblem.RESULT_TOO_LARGE
                    .with(message)
                    .withHint(Hints.TOO_LARGE)
                    .toException();
        }
        return switch (error.status()) {
            case UNAUTHORIZED -> AdxProblem.TOKEN_REFUSED
                    .with(cluster.url(), message)
                    .withHint(Hints.tokenRefused(cluster))
                    .toException();
            case FORBIDDEN -> AdxProblem.ACCESS_DENIED
                    .with(database, message)
                    .withHint(Hints.accessDenied(cluster, database, query))
                    .toException();
            default -> query && isAboutTheQuery(error) ? refused(error, message) : remote(error, message);
        };
    }

    /** The answer ended before it said that it was complete. */
    RemoteException cut(String how) {
        return new RemoteException("the answer to " + call + " was cut off: " + how, true, 200, "", null);
    }

    /** The connection broke while the answer was read. */
    RemoteException lost(IOException cause) {
        String reason = Redaction.of(cluster.auth(), String.valueOf(cause.getMessage()));
        return new RemoteException("the answer to " + call + " was cut off: " + reason, true, 200, "", cause);
    }

    /** The answer is not one that ADX gives. */
    RemoteException unreadable(Exception cause) {
        String reason = Redaction.of(cluster.auth(), String.valueOf(cause.getMessage()));
        return new RemoteException("the answer to " + call + " cannot be read: " + reason, false, 200, "", cause);
    }

    /** There was no answer. */
    RuntimeException unreachable(IOException cause) {
        if (cause instanceof UnknownHostException) {
            return AdxProblem.UNKNOWN_HOST
                    .with(cluster.url().getHost())
                    .withHint(Hints.UNKNOWN_HOST)
                    .toException();
        }
        boolean certificate = cause instanceof SSLException;
        boolean retryable = !certificate && !isSilence(cause);
        String reason = Redaction.of(cluster.auth(), String.valueOf(cause.getMessage()));
        String hint = certificate ? Hints.CERTIFICATE : Hints.unreachable(cluster);
        return new RemoteException(call + " got no answer: " + reason + "; " + hint, retryable, 0, "", cause);
    }

    /** The host is not one that credentials may go to, or the client library has another reason. */
    RuntimeException client(Throwable cause) {
        String message = Redaction.of(cluster.auth(), deepestMessage(cause));
        if (message.contains("trusted")) {
            return AdxProblem.UNTRUSTED_HOST
                    .with(cluster.url().getHost())
                    .withHint(Hints.UNTRUSTED_HOST)
                    .toException();
        }
        return new RemoteException(call + " failed: " + message, false, 0, "", null);
    }

    /** A connection was made and nothing came: the request may still be running. */
    private static boolean isSilence(IOException cause) {
        return cause instanceof SocketTimeoutException
                && !String.valueOf(cause.getMessage()).contains("connect");
    }

    private static boolean isAboutTheQuery(ServiceError error) {
        return error.status() == BAD_REQUEST || error.status() == NOT_FOUND;
    }

    private RuntimeException refused(ServiceError error, String message) {
        boolean missing = error.status() == NOT_FOUND || error.code().contains("NotFound");
        AdxProblem problem = missing ? AdxProblem.NO_SUCH_ENTITY : AdxProblem.BAD_QUERY;
        return problem.with(message).toException();
    }

    private RemoteException remote(ServiceError error, String message) {
        boolean retryable = !error.permanent() && PASSING.contains(error.status());
        String code = error.code().isEmpty() ? "" : " " + error.code();
        String text = "ADX answered " + call + " with " + error.status() + code + ": " + message;
        return new RemoteException(text, retryable, error.status(), error.activityId(), null);
    }

    private static String deepestMessage(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                message = cause.getMessage();
            }
        }
        return message;
    }
}
