package io.adxflow.emulator.command;

import io.adxflow.emulator.command.language.CommandRequest;
import io.adxflow.emulator.duckdb.DuckDbStore;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.language.QueryContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Commands on a store whose clock is set by hand, and what their continuous export {@code C} tells of its files. */
final class ExportingCommands implements AutoCloseable {
    private final Path blobs;
    private final Hand hand;
    private final Store store;
    private final Commands commands;

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {
        private Instant now;

        Hand(Instant start) {
            now = start;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private ExportingCommands(Path directory, Instant start) {
        blobs = directory.resolve("blobs");
        hand = new Hand(start);
        store = DuckDbStore.open(directory.resolve("data"), hand);
        store.createDatabase("Samples");
        commands = new Commands(store, FolderBlobs.in(blobs));
    }

    static ExportingCommands open(Path directory, Instant start) {
        return new ExportingCommands(directory, start);
    }

    Instant now() {
        return hand.instant();
    }

    List<List<Object>> run(String command) {
        return commands.run(new CommandRequest(
                        command, QueryContext.at(store.now(), "Samples"), CommandRequest.DEFAULT_LIMIT))
                .rows();
    }

    /** Makes the table {@code T}, the external table {@code X} and the export, which runs every five minutes. */
    void define(String properties, String query) {
        run(".create table T (a:long)");
        run(
                ".create-or-alter external table X (a:long) kind=storage dataformat=csv ('https://storage.example/export?s')");
        run(".create-or-alter continuous-export C to table X with (intervalBetweenRuns=5m" + properties + ") <| "
                + query);
    }

    void later(Duration time) {
        hand.now = hand.now.plus(time);
        commands.export();
    }

    /** The rows of the files that were told, in order. */
    List<String> told() {
        return run(".show continuous-export C exported-artifacts | project Path").stream()
                .flatMap(row -> lines(row.get(0).toString()))
                .sorted()
                .toList();
    }

    private Stream<String> lines(String path) {
        try {
            return Files.readAllLines(blobs.resolve(path.replaceFirst("https://[^/]*/", ""))).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        commands.close();
        store.close();
    }
}
