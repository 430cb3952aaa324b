package io.adxflow.adx.client;

import com.microsoft.azure.kusto.data.exceptions.DataWebException;
import com.microsoft.azure.kusto.data.exceptions.OneApiError;
import com.microsoft.azure.kusto.data.exceptions.WebException;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import java.io.IOException;
import java.util.Optional;

/** Reads the exceptions of kusto-data together with what the transport saw. What our own sign-in threw comes through. */
final class LibraryErrors {
    private LibraryErrors() {}

    static RuntimeException translate(
            RuntimeException thrown, Optional<AdxTransport.Refusal> refusal, Failures failures) {
        if (refusal.isPresent()) {
            return failures.service(serviceError(thrown, refusal.get()));
        }
        Optional<UserException> ours = cause(thrown, UserException.class);
        Optional<RemoteException> signIn = cause(thrown, RemoteException.class);
        if (ours.isPresent() || signIn.isPresent()) {
            return ours.map(RuntimeException.class::cast).orElseGet(signIn::get);
        }
        Optional<IOException> connection = cause(thrown, IOException.class);
        return connection.isPresent() ? failures.unreachable(connection.get()) : failures.client(thrown);
    }

    private static ServiceError serviceError(RuntimeException thrown, AdxTransport.Refusal refusal) {
        Optional<OneApiError> error = cause(thrown, DataWebException.class).map(DataWebException::getApiError);
        String message = error.map(LibraryErrors::text)
                .or(() -> cause(thrown, WebException.class).map(Throwable::getMessage))
                .filter(text -> !text.isBlank())
                .orElse("no details given");
        return new ServiceError(
                refusal.status(),
                error.map(OneApiError::getCode).orElse(""),
                message,
                error.map(OneApiError::isPermanent).orElse(false),
                refusal.activityId());
    }

    private static String text(OneApiError error) {
        return error.getDescription().isBlank() ? error.getMessage() : error.getDescription();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
