package io.adxflow.emulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.HttpServer;
import io.adxflow.base.http.HttpServerOptions;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.Routes;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.NoBlobException;
import io.adxflow.emulator.store.NoBlobException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignBlobsTest {
    @TempDir
    Path directory;

    private HttpServer server;
    private ForeignBlobs blobs;

    @BeforeEach
    void start() throws IOException {
        Routes routes = new Routes()
                .get(
                        "/c/rows.csv",
                        request -> request.queryParameter("sig").isPresent()
                                ? Response.text(200, "text/csv", "1,a\n")
                                : Response.empty(403).withHeader("x-ms-error-code", "AuthorizationFailure"))
                .get("/c/moved.csv", request -> Response.empty(302).withHeader("Location", "/c/rows.csv?sig=1"))
                .get("/c/busy.csv", request -> Response.empty(503));
        server = HttpServer.start(
                HttpServerOptions.anyPort(), routes, (request, e) -> Response.text(404, "text/plain", "no"));
        Files.createDirectories(directory.resolve("exports"));
        Files.createDirectories(directory.resolve("allowed"));
        AllowedSources allowed = new AllowedSources(
                List.of("*.example.net", directory.resolve("allowed").toString()), directory.resolve("exports"));
        blobs = new ForeignBlobs(directory.resolve("fetched"), allowed, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theKeyOfAnAccountOpensItsBlobs() throws IOException {
        String key = Base64.getEncoder().encodeToString("a key of an account".getBytes(StandardCharsets.UTF_8));
        try (LocalBlob blob = blobs.find(server.uri() + "/c/rows.csv;" + key)) {
            assertThat(blob.file()).hasContent("1,a\n");
        }
        assertThatThrownBy(() -> blobs.find(server.uri() + "/c/rows.csv;impersonate"))
                .isInstanceOf(NoBlobException.class)
                .hasMessageContaining("AuthorizationFailure");
    }

    @Test
    void anAddressOfThisMachineIsFetchedForOneUse() throws IOException {
        Path file;
        try (LocalBlob blob = blobs.find(server.uri() + "/c/rows.csv?sig=1")) {
            file = blob.file();
            assertThat(file).hasContent("1,a\n");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void whatTheStorageRefusesIsForbidden() throws IOException {
        refused(server.uri() + "/c/rows.csv", Reason.FORBIDDEN, "AuthorizationFailure");
        refused(server.uri() + "/c/none.csv?sig=1", Reason.ABSENT, "status 404");
        try (var left = Files.list(directory.resolve("fetched"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anotherHostNeedsToBeAllowed() {
        refused("https://storage.example/c/rows.csv?sig=1", Reason.NOT_ALLOWED, "host 'storage.example'");
        refused("http://169.254.169.254/metadata", Reason.NOT_ALLOWED, "host '169.254.169.254'");
        refused("http://127.0.0.1.example.com/x", Reason.NOT_ALLOWED, "host '127.0.0.1.example.com'");
        refused("http://127.0.0.1@evil.example/x", Reason.NOT_ALLOWED, "host 'evil.example'");
    }

    @Test
    void anAllowedHostMayHaveAnyNameThatFits() {
        AllowedSources allowed = new AllowedSources(List.of("*.example.net", "one.example"), directory);
        assertThat(allowed.hasHost("A.Example.NET")).isTrue();
        assertThat(allowed.hasHost("one.example")).isTrue();
        assertThat(allowed.hasHost("example.net")).isFalse();
        assertThat(allowed.hasHost("a.example.net.evil")).isFalse();
    }

    @Test
    void noRedirectIsFollowed() {
        assertThatThrownBy(() -> blobs.find(server.uri() + "/c/moved.csv"))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("/c/moved.csv answers with status 302");
    }

    @Test
    void aStorageThatIsBusyMayBeAskedAgain() {
        assertThatThrownBy(() -> blobs.find(server.uri() + "/c/busy.csv?sig=1"))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.isRetryable()).isTrue())
                .hasMessageContaining("answers with status 503")
                .hasMessageNotContaining("sig");
    }

    @Test
    void aFileNeedsAFolderThatIsAllowed() throws IOException {
        Path inside = Files.writeString(directory.resolve("allowed/rows.csv"), "1");
        Path outside = Files.writeString(directory.resolve("secret.csv"), "1");
        assertThat(blobs.find(inside.toString()).file()).isEqualTo(inside);
        assertThat(blobs.find("file://" + inside).file()).isEqualTo(inside);
        refused(outside.toString(), Reason.NOT_ALLOWED, "folder '" + directory + "'");
        refused(directory + "/allowed/../secret.csv", Reason.NOT_ALLOWED, "folder '" + directory + "/allowed/..'");
        refused(directory + "/allowed/none.csv", Reason.ABSENT, "there is no such file");
        refused("rows.csv", Reason.ABSENT, "there is no such file");
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path outside = Files.writeString(directory.resolve("secret.csv"), "1");
        Path link = Files.createSymbolicLink(directory.resolve("allowed/link.csv"), outside);
        refused(link.toString(), Reason.NOT_ALLOWED, "folder '" + directory + "/allowed'");
    }

    private void refused(String locator, Reason reason, String message) {
        assertThatThrownBy(() -> blobs.find(locator))
                .isInstanceOfSatisfying(
                        NoBlobException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage(message);
    }
}
