package io.adxflow.emulator.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.HttpServer;
import io.adxflow.base.http.HttpServerOptions;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.Routes;
import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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

    @Test
    void aHandlerHearsOverTlsThatItsClientIsGone() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(1);
        Routes routes = new Routes().get("/wait", request -> {
            request.onDisconnect(heard::countDown);
            waiting.countDown();
            return Response.text(200, "text/plain", String.valueOf(ended(heard)));
        });
        try (HttpServer server = server(routes)) {
            try (Socket socket = socket(server)) {
                socket.getOutputStream().write(bytes("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n"));
                assertThat(ended(waiting)).isTrue();
            }
            assertThat(ended(heard)).isTrue();
        }
    }

    @Test
    void aRequestThatComesOverTlsBeforeTheLastAnswerIsNotLost() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        Routes routes = new Routes()
                .get("/slow", request -> {
                    request.onDisconnect(() -> {});
                    pause(looked);
                    return Response.text(200, "text/plain", "slow");
                })
                .get("/next", request -> Response.text(200, "text/plain", "next"));
        try (HttpServer server = server(routes);
                Socket socket = socket(server)) {
            socket.getOutputStream().write(bytes("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"));
            socket.getOutputStream().write(bytes("GET /next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("slow")
                    .contains("next");
        }
    }

    private HttpServer server(Routes routes) {
        HttpServerOptions options =
                HttpServerOptions.anyPort().withTls(EmulatorTls.in(directory).context(), 0);
        return HttpServer.start(options, routes, (request, e) -> Response.text(500, "text/plain", e.toString()));
    }

    private Socket socket(HttpServer server) throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(directory.resolve("trust.p12").toFile(), "changeit".toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory()
                .createSocket("localhost", server.tlsUri().orElseThrow().getPort());
    }

    private static boolean ended(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Long enough for the server to look after its client. */
    private static void pause(CountDownLatch never) {
        try {
            never.await(700, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
