package io.adxflow.emulator.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorTlsTest {
    private static final String CLIENT =
            """
            public class Client {
                public static void main(String[] arguments) throws Exception {
                    for (String address : arguments) {
                        try (java.io.InputStream in = java.net.URI.create(address).toURL().openStream()) {
                            System.out.println(new String(in.readAllBytes(), "UTF-8").contains("AzureAD"));
                        }
                    }
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void aClientWithTheFlagsReachesBothRolesByName() throws IOException, InterruptedException {
        EmulatorOptions options = EmulatorOptions.in(directory.resolve("data")).withTls(0);
        try (Emulator emulator = Emulator.start(options)) {
            EmulatorTls tls = emulator.tls().orElseThrow();
            int port = emulator.tlsUri().map(URI::getPort).orElseThrow();
            assertThat(run(
                            tls.jvmFlags(),
                            tls.engine(port),
                            tls.ingestion(port),
                            tls.blobs(port),
                            URI.create("https://localhost:" + port)))
                    .isEqualTo("true\ntrue\ntrue\ntrue\n");
        }
    }

    @Test
    void theCertificateIsMadeOnce() throws IOException {
        EmulatorTls.in(directory);
        byte[] first = Files.readAllBytes(directory.resolve("server.p12"));
        EmulatorTls.in(directory);
        assertThat(Files.readAllBytes(directory.resolve("server.p12"))).isEqualTo(first);
    }

    private String run(List<String> flags, URI... roots) throws IOException, InterruptedException {
        Path source = Files.writeString(directory.resolve("Client.java"), CLIENT);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add(source.toString());
        for (URI root : roots) {
            command.add(root + "/v1/rest/auth/metadata");
        }
        Process client = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
