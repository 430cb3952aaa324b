package io.adxflow.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.adxflow.emulator.store.Snapshot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What KQL costs on the emulator over SQL written by hand, as a Markdown table: {@code FLIGHTS.parquet [RUNS]}. Both sides
 * take turns, and the fastest of their runs counts, so that what else the machine does hits both or neither.
 */
final class KqlBenchmark {
    private static final int RUNS = 9;

    private final EmulatorTables emulator;
    private final NaturalTables natural;
    private final int runs;

    private KqlBenchmark(EmulatorTables emulator, NaturalTables natural, int runs) {
        this.emulator = emulator;
        this.natural = natural;
        this.runs = runs;
    }

    /** Something that is measured. */
    private interface Work {
        void run() throws SQLException;
    }

    /** The least wall time and all processor time of some runs, in nanoseconds. */
    private record Time(long wall, long processor) {
        static final Time NONE = new Time(Long.MAX_VALUE, 0);

        static Time of(Work work) throws SQLException {
            long processor = processorTime();
            long wall = System.nanoTime();
            work.run();
            return new Time(System.nanoTime() - wall, processorTime() - processor);
        }

        Time and(Time other) {
            return new Time(Math.min(wall, other.wall), processor + other.processor);
        }

        private static long processorTime() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Path directory = Files.createTempDirectory("adxflow-benchmark");
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : RUNS;
        try (NaturalTables natural = NaturalTables.ofParquet(directory, Path.of(arguments[0]));
                EmulatorTables emulator = EmulatorTables.ingested(directory)) {
            new KqlBenchmark(emulator, natural, runs).print();
        } finally {
            BenchmarkFiles.delete(directory);
        }
    }

    private void print() throws SQLException {
        print(KqlQueries.ALL);
        print(KqlQueries.FURTHER);
    }

    private void print(List<KqlQuery> queries) throws SQLException {
        System.out.println("| query | KQL, ms | SQL by hand, ms | ratio | ratio of processor time | compile, ms |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        List<Double> ratios = new ArrayList<>();
        for (KqlQuery query : queries) {
            ratios.add(print(query));
        }
        ratios.sort(null);
        int last = ratios.size() - 1;
        System.out.printf(
                "%nmedian %.2f, worst %.2f%n%n",
                (ratios.get(last / 2) + ratios.get(ratios.size() / 2)) / 2, ratios.get(last));
    }

    private double print(KqlQuery query) throws SQLException {
        Time kql = Time.NONE;
        Time sql = Time.NONE;
        for (int run = 0; run < runs; run++) {
            kql = kql.and(Time.of(() -> emulator.rows(query.kql())));
            sql = sql.and(Time.of(() -> natural.rows(query.sql())));
        }
        double ratio = (double) kql.wall() / sql.wall();
        System.out.printf(
                "| %s | %.1f | %.1f | %.2f | %.2f | %.2f |%n",
                query.name(),
                kql.wall() / 1e6,
                sql.wall() / 1e6,
                ratio,
                (double) kql.processor() / sql.processor(),
                compileTime(query) / 1e6);
        return ratio;
    }

    private long compileTime(KqlQuery query) throws SQLException {
        Time all = Time.NONE;
        try (Snapshot snapshot = emulator.open()) {
            for (int run = 0; run < 100 * runs; run++) {
                all = all.and(Time.of(() -> emulator.compile(snapshot, query.kql())));
            }
        }
        return all.wall();
    }
}
