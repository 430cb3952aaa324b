package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exported files as Spark reads them for the Kusto connector: through Hadoop's own client of Azure blobs, over TLS, under the host
 * name of an account, with a shared access signature and with the account's key. Maven gives the class path; without it the test is skipped.
 */
@Tag("slow")
class HadoopAzureTest {
    private static final Path PROGRAM = Path.of("src/test/clients/hadoop-azure").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void exportedParquetIsListedAndRead() throws IOException, InterruptedException {
        String classPath = MavenProgram.compile(PROGRAM, directory);
        EmulatorOptions options = EmulatorOptions.in(directory.resolve("data")).withTls(0);
        try (Emulator emulator = Emulator.start(options)) {
            LoadClient client = new LoadClient(emulator.uri());
            client.rows(".set T <| range n from 1 to 100000 step 1 | extend s = tostring(n)");
            String place = ((List<?>) client.rows(".show export containers").get(0))
                    .get(0)
                    .toString();
            client.rows(".export to parquet (h'" + place.replace("?", "/some/folder?") + "') <| T");
            read(emulator, classPath, "sas", place.substring(place.indexOf('?') + 1));
            read(emulator, classPath, "key", Files.readString(emulator.accountKeyFile()));
        }
    }

    private static void read(Emulator emulator, String classPath, String kind, String secret)
            throws IOException, InterruptedException {
        ClientProcess reader = ClientProcess.run(PROGRAM, command(classPath, emulator, kind, secret));
        assertThat(reader.isSuccess()).as(reader.output()).isTrue();
        assertThat(reader.output().lines().filter(line -> line.startsWith("/some/folder/")))
                .as(reader.output())
                .isNotEmpty()
                .allMatch(line -> line.endsWith(" true PAR1 PAR1"));
    }

    private static List<String> command(String classPath, Emulator emulator, String kind, String secret) {
        URI blobs = emulator.tls()
                .orElseThrow()
                .blobs(emulator.tlsUri().orElseThrow().getPort());
        String container = "wasbs://export@" + blobs.getAuthority() + "/";
        List<String> command = new ArrayList<>(List.of(MavenProgram.tool("java")));
        command.addAll(emulator.tls().orElseThrow().jvmFlags());
        command.addAll(List.of("-cp", classPath, "BlobReader", container, "/some/folder", kind, secret));
        return command;
    }
}
