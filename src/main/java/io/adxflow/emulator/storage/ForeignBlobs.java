package io.adxflow.emulator.storage;

import static io.adxflow.emulator.store.NoBlobException.Reason.ABSENT;
import static io.adxflow.emulator.store.NoBlobException.Reason.FORBIDDEN;
import static io.adxflow.emulator.store.NoBlobException.Reason.NOT_ALLOWED;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.RestClient;
import io.adxflow.emulator.account.KeyedAddress;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.NoBlobException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Data that lies elsewhere: at http addresses, which carry their access signature or the account's key, and in folders. */
final class ForeignBlobs {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Map<String, String> HEADERS = Map.of("x-ms-version", "2020-10-02");

    private final Path directory;
    private final AllowedSources allowed;
    private final Clock clock;

    /** @param directory of what is fetched; what an earlier process left there is deleted */
    ForeignBlobs(Path directory, AllowedSources allowed, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        this.allowed = allowed;
        try (Stream<Path> left = Files.list(Files.createDirectories(directory))) {
            for (Path file : (Iterable<Path>) left::iterator) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear the folder " + directory, e);
        }
    }

    /** @throws NoBlobException when there is no data, or none that may be read */
    LocalBlob find(String locator) {
        if (!locator.matches("(?is)https?://.*")) {
            return new LocalBlob(file(locator), false);
        }
        String host = String.valueOf(address(locator).getHost());
        if (!allowed.hasHost(host)) {
            throw new NoBlobException(NOT_ALLOWED, "host '" + host + "'");
        }
        return fetch(locator);
    }

    /** Fetches from a host that needs no asking. */
    LocalBlob fetch(String locator) {
        URI address = address(KeyedAddress.signed(locator, clock.instant()));
        Path file = directory.resolve(UUID.randomUUID().toString());
        RestClient.Answer answer =
                new RestClient(address, PATIENCE).download(address.toString(), HEADERS, file, PATIENCE);
        String place = locator.split("[?;]", 2)[0];
        return switch (answer.status()) {
            case 200 -> new LocalBlob(file, true);
            case 401, 403, 409 -> throw new NoBlobException(FORBIDDEN, why(answer));
            case 404 -> throw new NoBlobException(ABSENT, why(answer));
            default -> throw new RemoteException(
                    place + " answers with status " + answer.status(), answer.status() >= 500, 502, "", null);
        };
    }

    private static String why(RestClient.Answer answer) {
        return answer.header("x-ms-error-code").orElse("status " + answer.status());
    }

    /** What is left behind a semicolon says how the service signs in at the storage; here only signatures and keys open it. */
    private static URI address(String locator) {
        try {
            return new URI(locator.split(";", 2)[0].replace(" ", "%20"));
        } catch (URISyntaxException e) {
            throw new NoBlobException(ABSENT, "the address is not well-formed");
        }
    }

    private Path file(String locator) {
        try {
            Path file = Path.of(locator.replaceFirst("^file:(//)?(?=/)", ""));
            if (!file.isAbsolute() || !Files.isRegularFile(file)) {
                throw new NoBlobException(ABSENT, "there is no such file");
            }
            if (!allowed.hasFile(file)) {
                throw new NoBlobException(NOT_ALLOWED, "folder '" + file.getParent() + "'");
            }
            return file;
        } catch (InvalidPathException e) {
            throw new NoBlobException(ABSENT, "there is no such file");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the file " + locator, e);
        }
    }
}
