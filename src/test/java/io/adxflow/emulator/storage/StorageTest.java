package io.adxflow.emulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.emulator.store.NoBlobException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageTest extends StorageOverHttp {
    @Test
    void aBlobIsReadAsItWasWritten() {
        Answer put = send("PUT", "TempStorage", "/a b/c.csv", "", "0123456789");
        assertThat(put.status()).as(put.body()).isEqualTo(201);
        assertThat(put.headers()).containsKeys("ETag", "Last-Modified");
        Answer get = send("GET", "TempStorage", "/a b/c.csv", "", "");
        assertThat(get.body()).isEqualTo("0123456789");
        assertThat(get.header("x-ms-blob-type")).contains("BlockBlob");
    }

    @Test
    void aRangeIsAPartOfABlob() {
        send("PUT", "TempStorage", "/x", "", "0123456789");
        Answer part =
                client.send("GET", address("TempStorage", "/x", ""), Map.of("x-ms-range", "bytes=3-5"), new byte[0]);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("345");
        assertThat(part.header("Content-Range")).contains("bytes 3-5/10");
    }

    @Test
    void aRangeHasItsDigestOnRequest() {
        send("PUT", "TempStorage", "/x", "", "0123456789");
        Map<String, String> headers = Map.of("x-ms-range", "bytes=0-4", "x-ms-range-get-content-md5", "true");
        Answer part = client.send("GET", address("TempStorage", "/x", ""), headers, new byte[0]);
        assertThat(part.header("Content-MD5")).contains("QQDE1E2pF3JH5EpfwVRneA==");
    }

    @Test
    void aRangeBehindTheEndIsRefused() {
        send("PUT", "TempStorage", "/x", "", "0123456789");
        Answer part = client.send("GET", address("TempStorage", "/x", ""), Map.of("Range", "bytes=10-"), new byte[0]);
        assertThat(part.status()).isEqualTo(416);
        assertThat(part.header("x-ms-error-code")).contains("InvalidRange");
    }

    @Test
    void headTellsTheLengthOnly() {
        send("PUT", "TempStorage", "/x", "", "0123456789");
        Answer head = send("HEAD", "TempStorage", "/x", "", "");
        assertThat(head.header("Content-Length")).contains("10");
        assertThat(send("HEAD", "TempStorage", "/y", "", "").status()).isEqualTo(404);
    }

    @Test
    void blocksBecomeABlobInTheOrderOfTheirList() {
        send("PUT", "TempStorage", "/x", "comp=block&blockid=MQ%3D%3D", "one");
        send("PUT", "TempStorage", "/x", "comp=block&blockid=Mg%3D%3D", "two");
        assertThat(send("GET", "TempStorage", "/x", "", "").status()).isEqualTo(404);
        String list = "<?xml version='1.0'?><BlockList><Latest>Mg==</Latest><Latest>MQ==</Latest></BlockList>";
        assertThat(send("PUT", "TempStorage", "/x", "comp=blocklist", list).status())
                .isEqualTo(201);
        assertThat(send("GET", "TempStorage", "/x", "", "").body()).isEqualTo("twoone");
    }

    @Test
    void aListThatNamesAnUnknownBlockIsRefused() {
        Answer answer =
                send("PUT", "TempStorage", "/x", "comp=blocklist", "<BlockList><Latest>Mg==</Latest></BlockList>");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("x-ms-error-code")).contains("InvalidBlockList");
    }

    @Test
    void aBlobIsNotOverwrittenWhenTheClientSaysSo() {
        send("PUT", "TempStorage", "/x", "", "1");
        Answer again = client.send("PUT", address("TempStorage", "/x", ""), Map.of("If-None-Match", "*"), bytes("2"));
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void aListShowsBlobsAndFolders() {
        send("PUT", "TempStorage", "/a/1", "", "x");
        send("PUT", "TempStorage", "/a/b/2", "", "x");
        send("PUT", "TempStorage", "/c", "", "x");
        assertThat(send("GET", "TempStorage", "", "restype=container&comp=list&prefix=a/&delimiter=/", "")
                        .body())
                .contains("<Name>a/1</Name>", "<BlobPrefix><Name>a/b/</Name></BlobPrefix>")
                .doesNotContain("<Name>c</Name>");
    }

    @Test
    void aDeletedBlobIsGone() {
        send("PUT", "TempStorage", "/x", "", "1");
        assertThat(send("DELETE", "TempStorage", "/x", "", "").status()).isEqualTo(202);
        assertThat(send("DELETE", "TempStorage", "/x", "", "").status()).isEqualTo(404);
    }

    @Test
    void anotherSignatureIsRefused() {
        String forged = address("TempStorage", "/x", "").replaceFirst("sig=.", "sig=z");
        Answer answer = client.send("PUT", forged, Map.of(), bytes("1"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>AuthenticationFailed</Code>");
    }

    @Test
    void aSignatureServesItsOwnResourceOnly() {
        String elsewhere = address("TempStorage", "/x", "").replace("/blob/temp/", "/blob/export/");
        assertThat(client.send("PUT", elsewhere, Map.of(), bytes("1")).status()).isEqualTo(403);
    }

    @Test
    void entitiesAreMadeReadMergedAndReplaced() {
        String one = "(PartitionKey='p',RowKey='r')";
        String entity = "{\"PartitionKey\":\"p\",\"RowKey\":\"r\",\"Status\":\"Pending\",\"Table\":\"T\"}";
        assertThat(send("POST", "IngestionsStatusTable", "", "", entity).status())
                .isEqualTo(204);
        assertThat(send("POST", "IngestionsStatusTable", "", "", entity).status())
                .isEqualTo(409);
        send("MERGE", "IngestionsStatusTable", one, "", "{\"Status\":\"Queued\"}");
        assertThat(members(send("GET", "IngestionsStatusTable", one, "", "")))
                .containsEntry("Status", "Queued")
                .containsEntry("Table", "T");
        send("PUT", "IngestionsStatusTable", one, "", "{\"Status\":\"Done\"}");
        assertThat(members(send("GET", "IngestionsStatusTable", one, "", "")))
                .containsEntry("Status", "Done")
                .doesNotContainKey("Table");
        assertThat(send("GET", "IngestionsStatusTable", "(PartitionKey='p',RowKey='x')", "", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void blobsThatNobodyCanReachAnyMoreAreDropped() {
        send("PUT", "TempStorage", "/x", "", "1");
        stop();
        clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(8));
        start();
        assertThat(send("GET", "TempStorage", "/x", "", "").status()).isEqualTo(404);
    }

    @Test
    void aSignatureEndsWithItsTime() {
        String address = address("TempStorage", "/x", "");
        stop();
        clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(8));
        start();
        assertThat(client.send("PUT", address, Map.of(), bytes("1")).status()).isEqualTo(403);
    }

    @Test
    void anAddressOfItsOwnIsKnownByItsServerOrItsSignature() {
        send("PUT", "TempStorage", "/x.csv", "", "1");
        String address = server.uri() + address("TempStorage", "/x.csv", "");
        String elsewhere = address.replaceFirst("http://[^/]*", "https://storage.example");
        assertThat(storage.blob(address.split("\\?")[0]).file()).hasContent("1");
        assertThat(storage.blob(address.replace("127.0.0.1", "localhost")).file())
                .hasContent("1");
        assertThat(storage.blob(elsewhere).file())
                .as("signed by this storage when it had another port")
                .hasContent("1");
        for (String foreign : List.of(elsewhere.split("\\?")[0], elsewhere.replaceFirst("sig=.", "sig=z"))) {
            assertThatThrownBy(() -> storage.blob(foreign))
                    .isInstanceOfSatisfying(NoBlobException.class, e -> assertThat(e.reason())
                            .isEqualTo(NoBlobException.Reason.NOT_ALLOWED));
        }
    }
}
