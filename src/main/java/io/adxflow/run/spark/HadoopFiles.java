package io.adxflow.run.spark;

import static io.adxflow.job.model.JobProblem.NO_FILE;
import static io.adxflow.job.model.JobProblem.UNREADABLE_FILE;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.JobFiles;
import io.adxflow.job.model.WritableFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Files as a Spark application reaches them. On a cluster the file calls of the JVM do not see {@code /Volumes}, and those
 * of Hadoop do. What is in the jar is left to others.
 */
public final class HadoopFiles implements WritableFiles {
    private static final String CLASSPATH = "classpath:";

    private final Supplier<Configuration> configuration;
    private final JobFiles resources;

    HadoopFiles(Supplier<Configuration> configuration, JobFiles resources) {
        this.configuration = configuration;
        this.resources = resources;
    }

    /** @param resources where {@code classpath:} leads */
    public static HadoopFiles ofApplication(JobFiles resources) {
        return new HadoopFiles(
                () -> SparkSession.builder().getOrCreate().sparkContext().hadoopConfiguration(), resources);
    }

    @Override
    public SourceText read(String location) {
        if (location.startsWith(CLASSPATH)) {
            return resources.read(location);
        }
        try (InputStream stream = open(location)) {
            return JobFiles.text(location, stream.readNBytes(MAX_BYTES));
        } catch (FileNotFoundException e) {
            throw NO_FILE.at(Span.at(0), location).toException();
        } catch (IOException | IllegalArgumentException e) {
            throw UNREADABLE_FILE
                    .at(Span.at(0), location, String.valueOf(e.getMessage()))
                    .toException();
        }
    }

    @Override
    public void write(String location, String text) throws IOException {
        try {
            Path path = new Path(location);
            try (OutputStream stream = path.getFileSystem(configuration.get()).create(path, true)) {
                stream.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private InputStream open(String location) throws IOException {
        Path path = new Path(location);
        return path.getFileSystem(configuration.get()).open(path);
    }

    /** Empty for patterns, and for what the file system does not tell: then the run will say it. */
    @Override
    public Optional<Boolean> exists(String location) {
        if (location.startsWith(CLASSPATH)) {
            return resources.exists(location);
        }
        if (location.chars().anyMatch(character -> "*?[{".indexOf(character) >= 0)) {
            return Optional.empty();
        }
        try {
            Path path = new Path(location);
            return Optional.of(path.getFileSystem(configuration.get()).exists(path));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
