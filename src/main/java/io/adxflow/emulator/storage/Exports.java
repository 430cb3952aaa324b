package io.adxflow.emulator.storage;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.RestClient;
import io.adxflow.emulator.account.KeyedAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The places that exported files may go to. */
final class Exports {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Containers containers;
    private final BlobLocator locator;
    private final Path folder;
    private final Clock clock;

    /** @param folder the only one, with those below it, that may be written to */
    Exports(Containers containers, BlobLocator locator, Path folder, Clock clock) {
        this.containers = containers;
        this.clock = clock;
        this.locator = locator;
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path folder() {
        return folder;
    }

    Optional<String> store(String place, String name, Path file) {
        try {
            Optional<BlobFiles> container = locator.containerOfFolder(place).flatMap(containers::find);
            if (container.isPresent()) {
                try (InputStream content = Files.newInputStream(file)) {
                    container.get().put(locator.folder(place) + name, content);
                }
                return Optional.of(joined(address(place), name));
            }
            return place.startsWith("http")
                    ? upload(KeyedAddress.signed(place, clock.instant()), name, file)
                    : copy(place, name, file);
        } catch (IOException e) {
            throw new RemoteException("the exported file cannot be stored: " + e.getMessage(), true, 507, "", e);
        }
    }

    /** To another storage, which checks the signature of the address. */
    private static Optional<String> upload(String place, String name, Path file) throws IOException {
        if (!place.contains("?")) {
            return Optional.empty();
        }
        String blob = joined(address(place), name);
        RestClient client = new RestClient(URI.create(address(place)), PATIENCE);
        Map<String, String> headers = Map.of("x-ms-blob-type", "BlockBlob", "x-ms-version", "2020-10-02");
        RestClient.Answer answer = client.put(blob + place.substring(place.indexOf('?')), headers, file);
        if (answer.status() != 201) {
            throw new RemoteException(
                    "the storage refuses blob " + blob + ": " + answer.body(), answer.status() >= 500, 400, "", null);
        }
        return Optional.of(blob);
    }

    private Optional<String> copy(String place, String name, Path file) throws IOException {
        String path = place.startsWith("file:") ? URI.create(place).getPath() : place;
        Path target = folder.resolve(path).resolve(name).normalize();
        if (!target.startsWith(folder)) {
            return Optional.empty();
        }
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        return Optional.of(target.toString());
    }

    private static String address(String place) {
        return place.split("[?;]", 2)[0];
    }

    private static String joined(String container, String name) {
        return container + (container.endsWith("/") ? "" : "/") + name;
    }
}
