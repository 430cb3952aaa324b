package io.adxflow.emulator.account;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Sends requests to the services of an account, each with a signature of its own. */
final class AccountRequests {
    private static final Duration VALID = Duration.ofDays(7);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ALL = "rwdlacup";

    private final StorageConnection connection;
    private final Clock clock;
    private final RestClient client;

    AccountRequests(StorageConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
        this.client = new RestClient(connection.blobs(), PATIENCE);
    }

    /**
     * Sends a request and expects one of some answers.
     *
     * @param path below the address of the service, with a slash in front
     * @param query without the signature; may be empty
     * @throws RemoteException when the account does not answer, or answers something else
     */
    Answer send(Service service, String method, String path, String query, String body, Set<Integer> expected) {
        String address = address(service, path);
        String signed = address + "?" + (query.isEmpty() ? "" : query + "&") + signature(service, ALL);
        Answer answer = client.send(method, signed, service.headers, body.getBytes(StandardCharsets.UTF_8));
        if (!expected.contains(answer.status())) {
            String why = answer.header("x-ms-error-code").orElseGet(answer::body);
            throw new RemoteException(
                    "the storage account answers " + method + " " + address + " with status " + answer.status() + ": "
                            + why,
                    answer.status() >= 500,
                    answer.status(),
                    "",
                    null);
        }
        return answer;
    }

    /** An address that a client may use for some days. */
    String signedAddress(Service service, String path, String permissions) {
        return address(service, path) + "?" + signature(service, permissions);
    }

    String address(Service service, String path) {
        URI endpoint =
                switch (service) {
                    case BLOB -> connection.blobs();
                    case QUEUE -> connection.queues();
                    case TABLE -> connection.tables();
                };
        return endpoint + path;
    }

    private String signature(Service service, String permissions) {
        return connection
                .access()
                .query(service.letter, "sco", permissions, clock.instant().plus(VALID));
    }
}
