package io.adxflow.benchmark;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * How long the emulator takes to ingest all flights from Parquet and from packed CSV, and to stream them out again:
 * {@code FLIGHTS.parquet}. The heap is that of the Java that runs this, which holds the emulator and its client.
 */
final class LoadBenchmark {
    private LoadBenchmark() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path directory = Files.createTempDirectory("adxflow-benchmark");
        try {
            NaturalTables.ofParquet(directory, Path.of(arguments[0])).close();
            NaturalTables.packedCsv(directory);
            try (Emulator emulator = Emulator.start(directory.resolve("emulator"))) {
                System.out.println("| what | seconds |");
                System.out.println("| --- | ---: |");
                print("upload and `.ingest into`, Parquet", ingested(emulator, directory.resolve("flights.parquet")));
                print("upload and `.ingest into`, csv.gz", ingested(emulator, directory.resolve("flights.csv.gz")));
                print("stream all rows, v2", streamed(emulator, "identity"));
                print("stream all rows, v2, gzip", streamed(emulator, "gzip"));
            }
            System.out.printf("%nheap: %d MB at most%n", Runtime.getRuntime().maxMemory() >> 20);
        } finally {
            BenchmarkFiles.delete(directory);
        }
    }

    private static void print(String what, long nanos) {
        System.out.printf("| %s | %.1f |%n", what, nanos / 1e9);
    }

    private static long ingested(Emulator emulator, Path file) {
        String table = file.toString().endsWith(".parquet") ? "Flights" : "FlightsOfCsv";
        long begin = System.nanoTime();
        EmulatorTables.ingest(emulator, table, EmulatorTables.FLIGHTS, file);
        return System.nanoTime() - begin;
    }

    private static long streamed(Emulator emulator, String coding) throws IOException {
        String body = Json.write(Map.of(
                "db",
                EmulatorOptions.DEFAULT_DATABASE,
                "csl",
                "Flights",
                "properties",
                Map.of("Options", Map.of("notruncation", true))));
        RestClient client = new RestClient(emulator.uri(), Duration.ofMinutes(5));
        long begin = System.nanoTime();
        try (InputStream answer = client.stream(
                "POST", "/v2/rest/query", Map.of("Accept-Encoding", coding), body.getBytes(StandardCharsets.UTF_8))) {
            byte[] buffer = new byte[1 << 16];
            while (answer.read(buffer) >= 0) {
                // what arrives is only counted by the clock
            }
        }
        return System.nanoTime() - begin;
    }
}
