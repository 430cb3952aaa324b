package io.adxflow.benchmark;

import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import io.adxflow.emulator.LoadClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Sixteen clients that read, write, move and replace for some time, with the emulator in this process: {@code DIRECTORY SECONDS}.
 * Fails at the first error, at a reader that sees half of a change, when a row is lost or doubled, and when the memory grows.
 */
final class Soak {
    private static final int REPORTS = 10;
    private static final long SLACK = 32;
    private static final long QUERY_BYTES = 256L << 20;
    private static final Duration DRAIN = Duration.ofMinutes(1);

    private final SoakClients clients;
    private final Instant end;
    private final List<Memory> memory = new ArrayList<>();

    private Soak(SoakClients clients, Instant end) {
        this.clients = clients;
        this.end = end;
    }

    /**
     * @param heap MiB after a collection
     * @param process MiB of the whole process, zero where the system does not tell
     * @param outside MiB of the process that are not the heap, used or free: exact when the heap was touched at the start
     */
    private record Memory(long heap, long process, long outside) {}

    public static void main(String[] arguments) throws Exception {
        long seconds = Long.parseLong(arguments[1]);
        EmulatorOptions options = EmulatorOptions.in(Path.of(arguments[0])).withMemory(QUERY_BYTES);
        try (Emulator emulator = Emulator.start(options)) {
            Instant end = Instant.now().plusSeconds(seconds);
            new Soak(new SoakClients(emulator.uri()), end).run(seconds);
        }
    }

    private void run(long seconds) throws Exception {
        clients.prepare();
        System.out.println(
                "| second | rows written | reads | replaces | moves | heap MiB | process MiB | outside the heap |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        List<SoakClients.Work> works = clients.works();
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        ScheduledExecutorService reporter = Executors.newSingleThreadScheduledExecutor();
        long period = Math.max(1, seconds / REPORTS);
        reporter.scheduleAtFixedRate(() -> report(seconds), period, period, TimeUnit.SECONDS);
        try {
            ExecutorCompletionService<Void> running = new ExecutorCompletionService<>(threads);
            works.forEach(work -> running.submit(() -> {
                while (Instant.now().isBefore(end)) {
                    work.once();
                }
                return null;
            }));
            for (int i = 0; i < works.size(); i++) {
                running.take().get();
            }
        } finally {
            threads.shutdownNow();
            reporter.shutdownNow();
        }
        clients.requireEveryRow(new LoadClient(clients.uri()), Instant.now().plus(DRAIN));
        requireSteadyMemory();
        System.out.println("no error, no half change seen, no row lost or doubled, no growth of memory");
    }

    private void report(long seconds) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long process = processMegabytes();
        long outside = Math.max(0, process - (runtime.totalMemory() >> 20));
        Memory now = new Memory((runtime.totalMemory() - runtime.freeMemory()) >> 20, process, outside);
        memory.add(now);
        long second = seconds - Duration.between(Instant.now(), end).toSeconds();
        System.out.printf(
                "| %d | %s | %,d | %,d | %,d |%n", second, clients.counts(), now.heap(), now.process(), now.outside());
    }

    /** What is left when the fewest answers are being read: the second half may use a quarter more than the first, and 32 MiB. */
    private void requireSteadyMemory() {
        requireSteady("the heap", Memory::heap);
        requireSteady("the process outside the heap", Memory::outside);
    }

    private void requireSteady(String what, ToLongFunction<Memory> part) {
        int half = memory.size() / 2;
        long before = least(memory.subList(0, half), part);
        long after = least(memory.subList(half, memory.size()), part);
        if (half > 0 && after > before + before / 4 + SLACK) {
            throw new IllegalStateException(what + " grew from " + before + " to " + after + " MiB");
        }
    }

    private static long least(List<Memory> samples, ToLongFunction<Memory> part) {
        return samples.stream().mapToLong(part).min().orElse(0);
    }

    private static long processMegabytes() {
        Path status = Path.of("/proc/self/status");
        try {
            return Files.isReadable(status)
                    ? Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                            .findFirst()
                            .orElse(0)
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
