package io.adxflow.emulator.command;

import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.IngestionResource;
import io.adxflow.emulator.store.ListedBlob;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.NoBlobException;
import io.adxflow.emulator.store.NoBlobException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        return Stream.of(
                        folder.resolve(address.replaceFirst("https://[^/]*/[^/]*/", "")),
                        folder.resolve(address.substring(address.lastIndexOf('/') + 1)))
                .filter(Files::isRegularFile)
                .findFirst()
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
    public String seal(String locator) {
        return locator;
    }

    @Override
    public List<ListedBlob> list(String place, String prefix) {
        if (!place.startsWith("https://storage.example/")) {
            throw new NoBlobException(
                    Reason.NOT_ALLOWED, "host '" + URI.create(place).getHost() + "'");
        }
        String address = place.split("[?;]", 2)[0];
        String below = address.replaceFirst("https://storage.example/[^/]*/?", "");
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            List<ListedBlob> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = folder.resolve(below).relativize(file).toString();
                if (path.startsWith(prefix) && Files.size(file) > 0) {
                    found.add(new ListedBlob(address.replaceFirst("/$", "") + "/" + path, path, Files.size(file)));
                }
            }
            return found;
        } catch (NoSuchFileException e) {
            throw new NoBlobException(Reason.ABSENT, "ContainerNotFound");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String identityToken(String principal) {
        return principal;
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
