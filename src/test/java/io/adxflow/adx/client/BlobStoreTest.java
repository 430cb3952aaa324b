package io.adxflow.adx.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import io.adxflow.adx.FakeAdx;
import io.adxflow.base.diagnostic.RemoteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {
    @TempDir
    Path directory;

    private final FakeAdx storage = FakeAdx.start();
    private final SignedUrl container = new SignedUrl(storage.url() + "/temp?sp=rw&sig=s3cret");
    private final List<Duration> waits = new ArrayList<>();

    @AfterEach
    void stop() {
        storage.close();
    }

    @Test
    void aSmallFileIsOneRequest() throws IOException {
        storage.then(201, "");
        store().put(container.blob("a/b.csv.gz"), file("12345"));
        FakeAdx.Request request = storage.requests().get(0);
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.path()).isEqualTo("/temp/a/b.csv.gz?sp=rw&sig=s3cret");
        assertThat(request.headers()).containsEntry("x-ms-blob-type", "BlockBlob");
        assertThat(request.body()).isEqualTo("12345");
    }

    @Test
    void aLargeFileGoesInBlocks() throws IOException {
        storage.then(201, "").then(201, "").then(201, "").then(201, "");
        store().put(container.blob("b"), file("0123456789"));
        assertThat(storage.requests())
                .extracting(FakeAdx.Request::body)
                .startsWith("0123", "4567", "89")
                .last()
                .asString()
                .containsSubsequence("<BlockList><Latest>", "</Latest><Latest>", "</Latest></BlockList>");
        assertThat(storage.requests().get(0).path())
                .startsWith("/temp/b?comp=block&blockid=")
                .endsWith("&sig=s3cret");
        assertThat(storage.requests().get(3).path()).contains("comp=blocklist");
    }

    @Test
    void aBusyStorageIsAskedAgain() throws IOException {
        storage.then(503, "").then(201, "");
        store().put(container.blob("b"), file("1"));
        assertThat(waits).hasSize(1);
    }

    @Test
    void aRefusalNamesTheBlobAndHidesTheSignature() throws IOException {
        storage.then(403, "");
        Path file = file("1");
        assertThatThrownBy(() -> store().put(container.blob("b"), file))
                .isInstanceOf(RemoteException.class)
                .hasMessageEndingWith("/temp/b with 403")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aBlobThatIsGoneIsDeleted() {
        storage.then(404, "");
        store().delete(container.blob("b"));
        assertThat(storage.requests().get(0).method()).isEqualTo("DELETE");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("file"), text);
    }

    private BlobStore store() {
        Retries retries = new Retries(3, Duration.ofSeconds(1), Duration.ofSeconds(9), waits::add, () -> 0);
        return BlobStore.over(new OkHttpAsyncHttpClientBuilder().build(), retries, new BlobStore.Sizes(8, 4));
    }
}
