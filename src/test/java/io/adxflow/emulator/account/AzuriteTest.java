package io.adxflow.emulator.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.RestClient;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.ClientProcess;
import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import io.adxflow.emulator.JavaSdkProgram;
import io.adxflow.emulator.LoadClient;
import io.adxflow.emulator.NodeProgram;
import io.adxflow.emulator.storage.StorageOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Azurite as the storage that clients upload to. Skipped without Node, or where npm cannot install it. */
@Tag("slow")
class AzuriteTest {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final String TABLE = ".create table Announced (id:long, name:string)";

    @TempDir
    static Path programs;

    @TempDir
    Path directory;

    private static Path program;
    private static AzuriteProcess azurite;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        program = NodeProgram.install(
                programs.resolve("azurite"),
                List.of(Path.of("src/test/clients/azurite/package.json"), Path.of("src/test/clients/node/client.js")));
        azurite = AzuriteProcess.start(program);
    }

    @AfterAll
    static void stop() {
        if (azurite != null) {
            azurite.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> clientsIngestThroughIt() throws IOException, InterruptedException {
        try (Emulator emulator = emulator("db")) {
            String cluster = "http://localhost:" + emulator.uri().getPort();
            ClientProcess client = ClientProcess.run(program, List.of("node", "client.js", cluster));
            List<ClientProcess.Claim> claims = client.claims();
            assertThat(claims).as(client.output()).isNotEmpty();
            return claims.stream()
                    .map(claim -> dynamicTest(
                            claim.text(),
                            () -> assertThat(claim.isHeld()).as(claim.reason()).isTrue()));
        }
    }

    @TestFactory
    Stream<DynamicTest> theJavaSdkIngestsThroughIt(@TempDir Path work) throws IOException, InterruptedException {
        JavaSdkProgram sdk = JavaSdkProgram.compile(work);
        try (Emulator emulator = emulator(JavaSdkProgram.DATABASE)) {
            return sdk.queuedClaims(emulator.uri());
        }
    }

    @Test
    void whatWasAnnouncedWhileNoEmulatorRanIsIngestedByTheNext() throws IOException, InterruptedException {
        try (Emulator emulator = emulator("NetDefaultDB")) {
            new LoadClient(emulator.uri()).rows(TABLE);
        }
        AccountRequests requests = requests();
        String blob = upload("1,a\n2,b\n");
        announce(Base64.getEncoder().encodeToString(message(blob).getBytes(StandardCharsets.UTF_8)));
        try (Emulator emulator = emulator("NetDefaultDB")) {
            LoadClient client = new LoadClient(emulator.uri());
            await(() -> client.number("Announced | count") == 2);
        }
        String status = "/adxflowstatus(PartitionKey='p',RowKey='r')";
        assertThat(requests.send(Service.TABLE, "GET", status, "", "", Set.of(200))
                        .body())
                .contains("\"Status\":\"Succeeded\"");
        assertThat(new RestClient(azurite.connection().blobs(), Duration.ofSeconds(10))
                        .get(blob)
                        .status())
                .as("the upload is dropped")
                .isEqualTo(404);
    }

    /** As the Kusto Spark connector exports with {@code storageAccountKey}: the key is in a literal of its own, behind a semicolon. */
    @Test
    void theKeyOfAnotherAccountOpensItForExportsAndIngestion() throws IOException, InterruptedException {
        requests().send(Service.BLOB, "PUT", "/keyed", "restype=container", "", Set.of(201));
        String container = azurite.connection().blobs() + "/keyed;";
        try (Emulator emulator = Emulator.start(EmulatorOptions.in(directory))) {
            LoadClient client = new LoadClient(emulator.uri());
            Object file = ((List<?>) client.rows(".export compressed to parquet (\"" + container + "\" h@\""
                                    + StorageConnection.DEVELOPMENT_KEY
                                    + "\") with (namePrefix=\"db/dir/part0\") <| range id from 1 to 5 step 1"
                                    + " | extend name = tostring(id)")
                            .get(0))
                    .get(0);
            client.rows(TABLE);
            client.rows(".ingest into table Announced (h'" + file + ";" + StorageConnection.DEVELOPMENT_KEY
                    + "') with (format='parquet')");
            assertThat(client.number("Announced | summarize sum(id)")).isEqualTo(15);
        }
    }

    @Test
    void aMessageThatNobodyCanReadIsPutAside() throws IOException, InterruptedException {
        try (Emulator emulator = emulator("NetDefaultDB")) {
            announce("!!! neither JSON nor Base64 of it");
            await(() -> requests()
                    .send(Service.QUEUE, "GET", "/adxflow-ready-poison/messages", "peekonly=true", "", Set.of(200))
                    .body()
                    .contains("!!! neither JSON"));
            assertThat(emulator.uri()).isNotNull();
        }
    }

    @Test
    void anAccountThatDoesNotLetUsInIsSaidAtTheStart() {
        String text = "AccountName=devstoreaccount1;AccountKey=bm90IHRoZSBrZXk=;BlobEndpoint="
                + azurite.connection().blobs() + ";QueueEndpoint="
                + azurite.connection().queues() + ";TableEndpoint="
                + azurite.connection().tables();
        EmulatorOptions options =
                EmulatorOptions.in(directory).withStorage(StorageOptions.OWN.withAccount(StorageConnection.read(text)));
        assertThatThrownBy(() -> Emulator.start(options))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("the storage account answers PUT")
                .hasMessageContaining("with status 403");
    }

    private Emulator emulator(String database) {
        return Emulator.start(EmulatorOptions.in(directory)
                .withDatabases(List.of(database))
                .withStorage(StorageOptions.OWN.withAccount(azurite.connection())));
    }

    private static AccountRequests requests() {
        return new AccountRequests(azurite.connection(), Clock.systemUTC());
    }

    private static String upload(String data) {
        String address = requests().signedAddress(Service.BLOB, "/adxflow-temp/rows.csv", "rwdlac");
        RestClient.Answer answer = new RestClient(azurite.connection().blobs(), Duration.ofSeconds(10))
                .send(
                        "PUT",
                        address,
                        Map.of("x-ms-blob-type", "BlockBlob", "x-ms-version", "2020-10-02"),
                        data.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return address;
    }

    private static void announce(String text) {
        String body = "<QueueMessage><MessageText>" + text + "</MessageText></QueueMessage>";
        requests().send(Service.QUEUE, "POST", "/adxflow-ready/messages", "", body, Set.of(201));
    }

    private static String message(String blob) {
        return Json.write(Map.of(
                "Id",
                "1",
                "DatabaseName",
                "NetDefaultDB",
                "TableName",
                "Announced",
                "BlobPath",
                blob,
                "IngestionStatusInTable",
                Map.of("PartitionKey", "p", "RowKey", "r"),
                "AdditionalProperties",
                Map.of("format", "csv")));
    }

    /** What is asked for goes over the network, so asking again and again is no idle loop. */
    private static void await(Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("it never came true").isLessThan(deadline);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}
