package io.adxflow.emulator.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StorageConnectionTest {
    private static final Instant END = Instant.parse("2030-01-02T03:04:05.678Z");

    @Test
    void anAccountOfAzureHasItsUsualAddresses() {
        StorageConnection connection = StorageConnection.read(
                "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=a2V5;EndpointSuffix=core.windows.net");
        assertThat(connection.blobs()).isEqualTo(URI.create("https://contoso.blob.core.windows.net"));
        assertThat(connection.queues()).isEqualTo(URI.create("https://contoso.queue.core.windows.net"));
        assertThat(connection.tables()).isEqualTo(URI.create("https://contoso.table.core.windows.net"));
    }

    @Test
    void developmentStorageIsAzurite() {
        assertThat(StorageConnection.read("UseDevelopmentStorage=true").queues())
                .isEqualTo(URI.create("http://127.0.0.1:10001/devstoreaccount1"));
    }

    @Test
    void aKeySignsForOneServiceAndTime() {
        String query = StorageConnection.read("AccountName=contoso;AccountKey=a2V5")
                .access()
                .query("b", "co", "rw", END);
        assertThat(query)
                .startsWith("sv=2020-10-02&ss=b&srt=co&sp=rw&se=2030-01-02T03%3A04%3A05Z&spr=https%2Chttp&sig=")
                .doesNotContain("a2V5");
    }

    @Test
    void aSignatureThatIsGivenIsUsedAsItIs() {
        StorageConnection connection = StorageConnection.read(
                "BlobEndpoint=https://b.example/;QueueEndpoint=https://q.example;TableEndpoint=https://t.example;SharedAccessSignature=?sv=1&sig=a%3D");
        assertThat(connection.blobs()).isEqualTo(URI.create("https://b.example"));
        assertThat(connection.access().query("q", "o", "r", END)).isEqualTo("sv=1&sig=a%3D");
    }

    @Test
    void whatIsMissingIsSaidWithoutTheKey() {
        assertThatThrownBy(() -> StorageConnection.read("AccountName=contoso"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it has neither AccountKey nor SharedAccessSignature");
        assertThatThrownBy(() -> StorageConnection.read("AccountKey=a2V5"))
                .hasMessage("it has neither an AccountName nor a BlobEndpoint");
        assertThatThrownBy(() -> StorageConnection.read("AccountName=contoso;AccountKey=%secret%"))
                .hasMessage("its AccountKey is not Base64, or it has no AccountName");
    }

    @Test
    void nothingPrintsTheKey() {
        assertThat(StorageConnection.read("AccountName=contoso;AccountKey=a2V5").toString())
                .doesNotContain("a2V5");
    }
}
