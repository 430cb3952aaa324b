package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.Answers;
import io.adxflow.adx.FakeAdx;
import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.SignedUrl;
import io.adxflow.adx.client.TestClients;
import io.adxflow.base.diagnostic.RemoteException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlobIngestionTest {
    private static final String STARTED = Answers.tables(
            "[{\"ColumnName\":\"OperationId\",\"ColumnType\":\"guid\"}]",
            "[[\"74be27de-1e4e-49d9-b579-fe0b331d3642\"]]");
    private static final List<WrittenBlob> BLOBS = List.of(blob("a", 1), blob("b'c", 2));

    private final FakeAdx adx = FakeAdx.start();

    @AfterEach
    void stop() {
        adx.close();
    }

    @Test
    void aCommandNamesExactlyTheBlobsAndItsTag() {
        adx.then(200, STARTED).then(200, operation("InProgress")).then(200, operation("Completed"));
        ingestion().ingest(BLOBS);
        assertThat(adx.requests()).hasSize(3);
        assertThat(adx.requests().get(0).body())
                .contains(".ingest async into table ['T'] (h'https://store/temp/a?sig=s3cret',"
                        + " h'https://store/temp/b\\\\'c?sig=s3cret') with (format='csv',"
                        + " tags='[\\\"ingest-by:adxflow-r1-0\\\"]', ingestIfNotExists='[\\\"adxflow-r1-0\\\"]')");
    }

    @Test
    void anOperationThatFailedIsSaidWithItsReason() {
        adx.then(200, STARTED).then(200, operation("Failed"));
        assertThatThrownBy(() -> ingestion().ingest(BLOBS))
                .isInstanceOf(RemoteException.class)
                .hasMessage("ADX did not ingest into 'T': Failed: because")
                .hasMessageNotContaining("s3cret");
        assertThat(adx.requests()).hasSize(2);
    }

    @Test
    void aCommandThatWasThrottledIsSentAgainAndItsRowsAreCounted() {
        adx.then(200, STARTED).then(200, operation("Throttled"));
        adx.then(200, STARTED).then(200, operation("Completed")).then(200, extents(1, 2));
        ingestion().ingest(BLOBS);
        assertThat(adx.requests().get(4).body()).contains("extents where tags has 'ingest-by:adxflow-r1-0'");
    }

    @Test
    void aCommandThatRanTwiceIsNotPassedOver() {
        adx.then(503, "").then(200, STARTED).then(200, operation("Completed")).then(200, extents(3, 3));
        assertThatThrownBy(() -> ingestion().ingest(BLOBS))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("holds 6 rows of the 3 that were sent");
    }

    @Test
    void rowsThatWereMergedWithThoseOfOthersAreNoSecondRun() {
        adx.then(503, "").then(200, STARTED).then(200, operation("Completed"));
        adx.then(200, extent(500, "ingest-by:adxflow-r1-0 ingest-by:adxflow-r0-0"));
        ingestion().ingest(BLOBS);
        adx.then(503, "").then(200, STARTED).then(200, operation("Completed"));
        adx.then(200, extent(2, "ingest-by:adxflow-r1-0 ingest-by:adxflow-r0-0"));
        assertThatThrownBy(() -> ingestion().ingest(BLOBS))
                .hasMessageContaining("holds 2 rows of the 3 that were sent");
    }

    @Test
    void aLargeLoadIsSeveralCommandsOfAGigabyteAtMost() {
        List<WrittenBlob> blobs = List.of(
                new WrittenBlob(0, "a", 1, 600L << 20),
                new WrittenBlob(0, "b", 1, 400L << 20),
                new WrittenBlob(0, "c", 1, 400L << 20),
                new WrittenBlob(0, "d", 1, 2L << 30));
        assertThat(BlobIngestion.chunks(blobs)).extracting(List::size).containsExactly(1, 2, 1);
        assertThat(BlobIngestion.chunks(BLOBS)).hasSize(1);
    }

    private BlobIngestion ingestion() {
        AdxCluster cluster = AdxCluster.at(adx.url(), "db", new AdxAuth.None());
        AdxWriteOptions options = new AdxWriteOptions(cluster, "T", "r1", Duration.ofMinutes(1), 1 << 20);
        return new BlobIngestion(
                TestClients.impatient(cluster), options, List.of(new SignedUrl("https://store/temp?sig=s3cret")));
    }

    private static WrittenBlob blob(String name, long rows) {
        return new WrittenBlob(0, name, rows, 10);
    }

    private static String operation(String state) {
        return Answers.tables(
                "[{\"ColumnName\":\"State\",\"ColumnType\":\"string\"},{\"ColumnName\":\"Status\",\"ColumnType\":\"string\"}]",
                "[[\"" + state + "\",\"because\"]]");
    }

    private static String extents(long... rows) {
        return extents(Arrays.stream(rows)
                .mapToObj(count -> "[" + count + ",\"ingest-by:adxflow-r1-0\"]")
                .collect(Collectors.joining(",")));
    }

    private static String extent(long rows, String tags) {
        return extents("[" + rows + ",\"" + tags + "\"]");
    }

    private static String extents(String list) {
        return Answers.tables(
                "[{\"ColumnName\":\"RowCount\",\"ColumnType\":\"long\"},{\"ColumnName\":\"Tags\",\"ColumnType\":\"string\"}]",
                "[" + list + "]");
    }
}
