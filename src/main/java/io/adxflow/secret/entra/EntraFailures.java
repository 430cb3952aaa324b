package io.adxflow.secret.entra;

import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Turns what the sign-in library throws into what the user reads. No text carries a secret. */
final class EntraFailures {
    /** How Entra ID and the library call a device code that nobody entered. */
    private static final Set<String> EXPIRED = Set.of("code_expired", "expired_token");

    private static final Set<String> DECLINED = Set.of("authorization_declined", "access_denied");

    private static final int THROTTLED = 429;
    private static final int BROKEN = 500;

    private EntraFailures() {}

    /** The result of a call of the library. */
    static <T> T of(Identity identity, Cloud cloud, Callable<CompletableFuture<T>> call) {
        try {
            return call.call().get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RemoteException("stopped while signing in", true, 0, "", stop);
        } catch (ExecutionException wrapped) {
            throw translate(identity, cloud, wrapped.getCause());
        } catch (Exception failure) {
            throw translate(identity, cloud, failure);
        }
    }

    private static RuntimeException translate(Identity identity, Cloud cloud, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserException ours) {
                return ours;
            }
            if (cause instanceof RemoteException) {
                return unreachable(identity, cloud, cause);
            }
        }
        if (failure instanceof MsalThrottlingException throttled) {
            return throttled(Optional.of(Long.toString(throttled.retryInMs() / 1000 + 1)));
        }
        if (identity instanceof Identity.Person && failure instanceof MsalException refusal) {
            Optional<UserException> ofPerson = ofPerson(refusal);
            if (ofPerson.isPresent()) {
                return ofPerson.get();
            }
        }
        return failure instanceof MsalServiceException refusal ? refused(identity, refusal) : other(identity, failure);
    }

    /** What a person can do something about by signing in again. */
    private static Optional<UserException> ofPerson(MsalException refusal) {
        String code = String.valueOf(refusal.errorCode());
        if (EXPIRED.contains(code)) {
            return Optional.of(EntraProblem.CODE_EXPIRED
                    .with()
                    .withHint("run the command again, and enter the new code")
                    .toException());
        }
        if (DECLINED.contains(code)) {
            return Optional.of(EntraProblem.CODE_DECLINED
                    .with()
                    .withHint("run the command again, and accept in the browser")
                    .toException());
        }
        boolean hasEnded = refusal instanceof MsalInteractionRequiredException
                && EntraHints.known(String.valueOf(refusal.getMessage())).isEmpty();
        return hasEnded
                ? Optional.of(EntraProblem.NOT_SIGNED_IN
                        .with()
                        .withHint("the sign-in has ended (" + firstLine(refusal) + "); sign in again: adxflow login")
                        .toException())
                : Optional.empty();
    }

    private static RuntimeException refused(Identity identity, MsalServiceException refusal) {
        int status = refusal.statusCode() == null ? 0 : refusal.statusCode();
        if (status == THROTTLED) {
            return throttled(retryAfter(refusal));
        }
        if (status >= BROKEN) {
            return new RemoteException(
                    "Entra ID answered with " + status + ": " + firstLine(refusal) + "; try again in a minute",
                    true,
                    status,
                    "",
                    null);
        }
        return EntraProblem.SIGN_IN_REFUSED
                .with(identity.description(), firstLine(refusal))
                .withHint(EntraHints.of(refusal.getMessage(), identity))
                .toException();
    }

    private static Optional<String> retryAfter(MsalServiceException refusal) {
        return Optional.ofNullable(refusal.headers()).flatMap(headers -> headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                .flatMap(header -> header.getValue().stream())
                .findFirst());
    }

    private static RemoteException throttled(Optional<String> seconds) {
        String wait = seconds.map(number -> "in " + number + " s").orElse("in a minute");
        return new RemoteException(
                "Entra ID has had too many requests (429); try again " + wait, true, THROTTLED, "", null);
    }

    private static RemoteException unreachable(Identity identity, Cloud cloud, Throwable cause) {
        String whom = identity instanceof Identity.Managed ? "the identity service of this machine" : "Entra ID";
        String hint = identity instanceof Identity.Managed
                ? "managed identities exist on machines of Azure only; elsewhere use app-key, device-code or azure-cli"
                : "may this network reach " + cloud.login() + "?";
        return new RemoteException(whom + " does not answer: " + cause.getMessage() + "; " + hint, true, 0, "", null);
    }

    /** Messages of the library name no secrets, but its causes may quote requests, so they end here. */
    private static RuntimeException other(Identity identity, Throwable failure) {
        return new RemoteException(
                "signing in " + identity.description() + " failed: " + firstLine(failure), false, 0, "", null);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse(failure.getClass().getSimpleName())
                .replaceFirst(" Trace ID: .*", "");
    }
}
