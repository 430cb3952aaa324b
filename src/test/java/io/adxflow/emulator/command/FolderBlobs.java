package io.adxflow.emulator.command;

import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.IngestionResource;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.NoBlobException;
import io.adxflow.emulator.store.NoBlobException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Blobs that are files of one folder, by the last part of their address. */
public record FolderBlobs(Path folder) implements BlobSource {
    /** With one blob, {@code empty.csv}. */
    public static FolderBlobs in(Path folder) {
        try {
            Files.createDirectories(folder);
            Path empty = folder.resolve("empty.csv");
            if (Files.notExists(empty)) {
                Files.createFile(empty);
            }
            return new FolderBlobs(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public LocalBlob blob(String locator) {
        String address = locator.split("[?;]", 2)[0];
        return Optional.of(folder.resolve(address.substring(address.lastIndexOf('/') + 1)))
                .filter(Files::exists)
                .map(file -> new LocalBlob(file, false))
                .orElseThrow(() -> refusal(address));
    }

    private static NoBlobException refusal(String address) {
        if (address.endsWith("/secret.csv")) {
            return new NoBlobException(Reason.FORBIDDEN, "AuthorizationFailure");
        }
        return address.startsWith("https://storage.example/")
                ? new NoBlobException(Reason.ABSENT, "BlobNotFound")
                : new NoBlobException(
                        Reason.NOT_ALLOWED, "host '" + URI.create(address).getHost() + "'");
    }

    @Override
    public List<IngestionResource> ingestionResources() {
        return List.of(new IngestionResource("TempStorage", "https://storage.example/temp?sig"));
    }

    @Override
    public List<String> exportContainers() {
        return List.of("https://storage.example/export?sig");
    }

    @Override
    public Optional<String> export(String place, String name, Path file) {
        try {
            Path target = folder.resolve(name);
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
            return place.startsWith("https://storage.example/")
                    ? Optional.of("https://storage.example/" + name)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path exportFolder() {
        return Path.of("/exports");
    }
}
