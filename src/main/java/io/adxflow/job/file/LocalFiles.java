package io.adxflow.job.file;

import static io.adxflow.job.model.JobProblem.NO_FILE;
import static io.adxflow.job.model.JobProblem.UNREADABLE_FILE;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.model.FilePlace;
import io.adxflow.job.model.JobFiles;
import io.adxflow.job.model.WritableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plain paths and {@code file:} on the disk of this machine, {@code classpath:} in the jars of this process. */
public final class LocalFiles implements WritableFiles {
    private static final String CLASSPATH = "classpath:";

    private final Path directory;

    /** @param directory where relative paths begin */
    public LocalFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public SourceText read(String location) {
        try (InputStream stream = open(location)) {
            return JobFiles.text(location, stream.readNBytes(MAX_BYTES));
        } catch (IOException e) {
            throw unreadable(location, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<Boolean> exists(String location) {
        if (location.startsWith(CLASSPATH)) {
            return Optional.of(resource(location) != null);
        }
        return isLocal(location) && !isPattern(location) ? Optional.of(Files.exists(path(location))) : Optional.empty();
    }

    @Override
    public void write(String location, String text) throws IOException {
        if (!isLocal(location)) {
            throw new IOException("this file system is known on a cluster only");
        }
        Files.writeString(path(location), text);
    }

    private InputStream open(String location) throws IOException {
        if (location.startsWith(CLASSPATH)) {
            InputStream stream = resource(location);
            if (stream == null) {
                throw NO_FILE.at(Span.at(0), location).toException();
            }
            return stream;
        }
        if (!isLocal(location)) {
            throw unreadable(location, "this file system is known on a cluster only");
        }
        Path path = path(location);
        if (!Files.exists(path)) {
            throw missing(location, path);
        }
        if (Files.isDirectory(path)) {
            throw unreadable(location, "it is a folder");
        }
        return Files.newInputStream(path);
    }

    private static InputStream resource(String location) {
        return LocalFiles.class.getClassLoader().getResourceAsStream(location.substring(CLASSPATH.length()));
    }

    private static boolean isLocal(String location) {
        return !FilePlace.hasScheme(location) || location.startsWith("file:");
    }

    /** Spark reads {@code data/*.csv}; whether that matches anything is for Spark to say. */
    private static boolean isPattern(String location) {
        return location.chars().anyMatch(character -> "*?[{".indexOf(character) >= 0);
    }

    private Path path(String location) {
        try {
            return location.startsWith("file:") ? Path.of(URI.create(location)) : directory.resolve(location);
        } catch (IllegalArgumentException e) {
            throw unreadable(location, "it is not a path: " + e.getMessage());
        }
    }

    private static UserException missing(String location, Path path) {
        Path folder = path.toAbsolutePath().getParent();
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return NO_FILE.at(Span.at(0), location)
                .withHint(Suggestion.hint(name, "in " + folder + " there are", neighbours(folder)))
                .toException();
    }

    private static List<String> neighbours(Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static UserException unreadable(String location, String reason) {
        return UNREADABLE_FILE.at(Span.at(0), location, reason).toException();
    }
}
