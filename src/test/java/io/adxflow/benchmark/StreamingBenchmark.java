package io.adxflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.Emulator;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast a long answer leaves the emulator, and how much heap that takes. */
class StreamingBenchmark {
    private static final String COLUMNS =
            " | extend s = strcat('row ', x), r = x / 3.0, t = datetime(2020-01-01) + x * 1s, b = x % 2 == 0, i = x %"
                    + " 100";

    @TempDir
    Path directory;

    @Test
    void runsOnce() throws IOException {
        assertThat(measure(directory, 1000, "identity")).contains("1000 rows");
    }

    /** {@code rows} as the first argument. */
    public static void main(String[] arguments) throws IOException {
        long rows = Long.parseLong(arguments[0]);
        measure(Path.of(arguments[1]), rows, "identity");
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        System.out.println(measure(Path.of(arguments[1]), rows, "identity"));
        System.out.println(measure(Path.of(arguments[1]), rows, "gzip"));
    }

    private static String measure(Path directory, long rows, String coding) throws IOException {
        String query = "range x from 1 to " + rows + " step 1" + COLUMNS;
        String body = Json.write(Map.of(
                "db", "NetDefaultDB", "csl", query, "properties", Map.of("Options", Map.of("notruncation", true))));
        try (Emulator emulator = Emulator.start(directory)) {
            RestClient client = new RestClient(emulator.uri(), Duration.ofMinutes(5));
            RestClient.Answer small = client.postJson("/v2/rest/query", body.replace(String.valueOf(rows), "1"));
            if (small.status() != 200) {
                throw new IllegalStateException(small.body());
            }
            long begin = System.nanoTime();
            long bytes = drain(client.stream(
                    "POST",
                    "/v2/rest/query",
                    Map.of("Accept-Encoding", coding),
                    body.getBytes(StandardCharsets.UTF_8)));
            double seconds = (System.nanoTime() - begin) / 1e9;
            return String.format(
                    "%s: %d rows, %.1f MB, %.2f s, %.0f rows/s, peak heap %d MB",
                    coding, rows, bytes / 1e6, seconds, rows / seconds, peakHeap() >> 20);
        }
    }

    private static long drain(InputStream in) throws IOException {
        try (in) {
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
            return bytes;
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
