package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: what was acknowledged stays, what is refused says why, and work goes on when there is room. */
@Tag("slow")
class FullDiskTest {
    private static final int ROWS = 2000;
    private static final int MOST = 200;

    @TempDir
    Path directory;

    private final Random random = new Random(3);
    private SmallDisk disk;
    private Emulator emulator;
    private RestClient client;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        disk = SmallDisk.mount(directory.resolve("disk"), 24);
        open();
        assertThat(command(".create table T (n:long, s:string)").status()).isEqualTo(200);
        assertThat(command(".alter table T policy streamingingestion enable").status())
                .isEqualTo(200);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        if (disk != null) {
            emulator.close();
            disk.unmount();
        }
    }

    @Test
    void commandsFailUntilThereIsRoomAgain() throws IOException, InterruptedException {
        long acknowledged = fill(() -> command(".ingest inline into table T <|\n" + rows()));
        assertThat(count()).isEqualTo(acknowledged);
        disk.resize(96);
        Answer next = command(".ingest inline into table T <|\n" + rows());
        assertThat(next.status()).as(next.body()).isEqualTo(200);
        assertThat(count()).isEqualTo(acknowledged + ROWS);
        emulator.close();
        open();
        assertThat(count()).isEqualTo(acknowledged + ROWS);
    }

    @Test
    void streamsAndUploadsFailUntilThereIsRoomAgain() throws IOException, InterruptedException {
        long acknowledged = fill(() -> stream(rows()));
        assertThat(count()).isEqualTo(acknowledged);
        Answer upload = upload();
        assertThat(upload.status()).isEqualTo(500);
        assertThat(upload.body()).contains("No space left on device");
        disk.resize(96);
        assertThat(upload().status()).isEqualTo(201);
        Answer next = stream(rows());
        assertThat(next.status()).as(next.body()).isEqualTo(200);
        assertThat(count()).isEqualTo(acknowledged + ROWS);
    }

    private void open() {
        emulator = Emulator.start(directory.resolve("disk/data"));
        client = new RestClient(emulator.uri(), Duration.ofMinutes(1));
    }

    /** Writes until it is refused, and says how many rows were acknowledged. */
    private static long fill(Write write) {
        for (int i = 0; i < MOST; i++) {
            Answer answer = write.once();
            if (answer.status() != 200) {
                assertThat(answer.status()).as(answer.body()).isEqualTo(507);
                assertThat(answer.body()).contains("the disk is full").contains("\"@permanent\":false");
                return (long) i * ROWS;
            }
        }
        throw new AssertionError("the disk was never full");
    }

    @FunctionalInterface
    private interface Write {
        Answer once();
    }

    private Answer command(String text) {
        return client.postJson("/v1/rest/mgmt", Json.write(Map.of("db", "NetDefaultDB", "csl", text)));
    }

    private Answer stream(String rows) {
        return client.send(
                "POST",
                "/v1/rest/ingest/NetDefaultDB/T?streamFormat=csv",
                Map.of(),
                rows.getBytes(StandardCharsets.UTF_8));
    }

    private Answer upload() {
        byte[] data = new byte[4 << 20];
        random.nextBytes(data);
        return client.send("PUT", container().replace("?", "/large?"), Map.of("x-ms-blob-type", "BlockBlob"), data);
    }

    private String container() {
        String body = command(
                        ".show ingestion resources | where ResourceTypeName == 'TempStorage' | project StorageRoot")
                .body();
        List<?> tables = (List<?>) ((Map<?, ?>) Json.read(body)).get("Tables");
        return ((List<?>) ((List<?>) ((Map<?, ?>) tables.get(0)).get("Rows")).get(0))
                .get(0)
                .toString();
    }

    private long count() throws IOException, InterruptedException {
        return new LoadClient(emulator.uri()).number("T | count");
    }

    /** Rows that do not get smaller when they are packed. */
    private String rows() {
        StringBuilder rows = new StringBuilder();
        byte[] noise = new byte[150];
        for (int i = 0; i < ROWS; i++) {
            random.nextBytes(noise);
            rows.append(i)
                    .append(',')
                    .append(Base64.getEncoder().encodeToString(noise))
                    .append('\n');
        }
        return rows.toString();
    }
}
