package io.adxflow.emulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.emulator.LoadClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an emulator of this process holds: open files and sockets, threads, connections to its port, half written files, and
 * requests that run.
 */
record Footprint(long descriptors, long threads, long connections, List<Path> leftovers, long running) {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int SLACK = 12;
    private static final List<String> POOLS = List.of("XNIO-", "adx-statement-", "HttpClient-");

    /** @param look asks the emulator what runs; one for all, as each has threads and files of its own */
    static Footprint of(URI emulator, Path directory, LoadClient look) throws IOException, InterruptedException {
        return new Footprint(
                openDescriptors(),
                liveThreads(),
                openConnections(emulator.getPort()),
                leftovers(directory),
                look.rows(".show running queries").size());
    }

    /** Whether this process can be looked at so; only Linux says. */
    static boolean isKnown() {
        return Files.isDirectory(Path.of("/proc/self/fd"));
    }

    /** Returns when there is again no more than this; what is let go of takes a moment. */
    void isAgain(URI emulator, Path directory, LoadClient look) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Footprint now = of(emulator, directory, look);
        while (!now.isWithin(this) && System.nanoTime() < deadline) {
            now = of(emulator, directory, look);
        }
        assertThat(now.isWithin(this)).as("before: " + this + "\nafter: " + now).isTrue();
    }

    /** Clients of the test and pools of the libraries keep a few more or less. */
    private boolean isWithin(Footprint before) {
        return descriptors <= before.descriptors + SLACK
                && threads <= before.threads + SLACK
                && connections <= before.connections + SLACK
                && leftovers.equals(before.leftovers)
                && running <= before.running;
    }

    /** Without the selectors that each of the server's threads may have, as many as there are threads. */
    private static long openDescriptors() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(file -> !target(file).startsWith("anon_inode:")).count();
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closed) {
            return "anon_inode:closed";
        }
    }

    /** Without those of pools, which are as many as have worked at once, and end by themselves. */
    private static long liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> POOLS.stream().noneMatch(name::startsWith))
                .count();
    }

    /** Connections of the server's side that are open or not yet closed. */
    private static long openConnections(int port) throws IOException {
        String local = String.format(":%04X", port);
        try (Stream<String> lines =
                Stream.concat(Files.lines(Path.of("/proc/net/tcp")), Files.lines(Path.of("/proc/net/tcp6")))) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length > 3 && words[1].endsWith(local))
                    .filter(words -> words[3].equals("01") || words[3].equals("08"))
                    .count();
        }
    }

    private static List<Path> leftovers(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".part")
                            || file.toString().endsWith(".tmp")
                            || file.toString().contains("/blob/stream/")
                            || file.toString().contains("/fetched/"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException | IOException e) {
            return List.of(directory);
        }
    }
}
