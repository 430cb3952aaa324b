package io.adxflow.cli;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.databricks.deploy.DeployProblem;
import io.adxflow.databricks.deploy.DeployedJob;
import io.adxflow.job.model.Source;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files beside a job that its sources read: single ones, whole folders, and what a pattern of Spark's matches, each
 * under the name that the job finds it by.
 */
final class CarriedFiles {
    private static final int MOST_FILES = 1_000;
    private static final long MOST_BYTES = 256L << 20;

    private final Path folder;
    private final DeployedJob job;

    /** @param folder that of the job file */
    CarriedFiles(Path folder, DeployedJob job) {
        this.folder = folder.normalize();
        this.job = job;
    }

    /** @throws io.adxflow.base.diagnostic.UserException when a source has no file, or more than a deployment carries */
    Map<String, byte[]> read() {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (Source.File source : job.dataFiles()) {
            for (Path file : files(source)) {
                contents.computeIfAbsent(name(file), name -> bytes(file));
            }
        }
        return contents;
    }

    private List<Path> files(Source.File source) {
        String written = Path.of(source.place().written()).normalize().toString();
        try (Stream<Path> below = Files.walk(start(written), FileVisitOption.FOLLOW_LINKS)) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + written.replace("[^", "[!"));
            List<Path> found = below.filter(Files::isRegularFile)
                    .filter(file -> isMeant(matcher, folder.relativize(file)))
                    .sorted()
                    .toList();
            requireFew(source, found);
            return found;
        } catch (NoSuchFileException e) {
            throw problem(DeployProblem.NO_DATA, source);
        } catch (IOException e) {
            throw CliProblem.unreadable(folder.resolve(written), e);
        }
    }

    /** The file itself, or a folder above it: Spark reads what is in a folder that a pattern matches. */
    private static boolean isMeant(PathMatcher matcher, Path file) {
        for (Path path = file; path != null; path = path.getParent()) {
            if (matcher.matches(path)) {
                return true;
            }
        }
        return false;
    }

    /** The deepest folder that everything meant is below, or the one file itself. */
    private Path start(String written) {
        Path start = folder;
        for (Path part : Path.of(written)) {
            if (part.toString().matches(".*[*?\\[{].*")) {
                break;
            }
            start = start.resolve(part);
        }
        return start;
    }

    private void requireFew(Source.File source, List<Path> found) throws IOException {
        if (found.isEmpty()) {
            throw problem(DeployProblem.NO_DATA, source);
        }
        long bytes = 0;
        for (Path file : found) {
            bytes += Files.size(file);
        }
        if (found.size() > MOST_FILES || bytes > MOST_BYTES) {
            throw problem(DeployProblem.TOO_MUCH_DATA, source, found.size() + " files of " + (bytes >> 20) + " MiB");
        }
    }

    private UserException problem(DeployProblem problem, Source.File source, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of(source.name(), source.place().written()));
        arguments.addAll(List.of(more));
        return problem.at(source.place().span(), arguments.toArray())
                .withHint("put data on a volume: /Volumes/…")
                .in(job.job().text())
                .toException();
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CliProblem.unreadable(file, e);
        }
    }
}
