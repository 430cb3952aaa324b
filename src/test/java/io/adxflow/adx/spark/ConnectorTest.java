package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is handed to the Kusto Spark connector, and what is refused before. */
class ConnectorTest {
    private static final AdxCluster CLUSTER = AdxCluster.at(
            "https://contoso.westeurope.kusto.windows.net",
            "db",
            AdxAuth.appKey("contoso.com", "app-1", new Secret("k")));
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void aReadCarriesItsPropertiesInTheQuery() {
        AdxOptions options = AdxOptions.none()
                .withoutTruncation()
                .withServerTimeout(Duration.ofMinutes(20))
                .withRequestId("run-1");
        Map<String, String> given = ConnectorOptions.ofRead(new AdxQuery(CLUSTER, "T | take 5", options));
        assertThat(given)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "kustoCluster", "https://contoso.westeurope.kusto.windows.net",
                        "kustoDatabase", "db",
                        "tokenProviderCallbackClasspath", "io.adxflow.adx.spark.ConnectorTokens",
                        "adxflowSignIn", given.get("adxflowSignIn"),
                        "kustoQuery", "set notruncation;\nset servertimeout=time(00:20:00);\nT | take 5",
                        "readMode", "ForceSingleMode",
                        "requestId", "run-1"));
    }

    /** It would write its operators into the comment, or behind the semicolon. */
    @Test
    void whatEndsAQueryIsLeftOut() {
        String kql = "let n = 5;\nT // all\n| take n; // the first\n";
        assertThat(ConnectorOptions.ofRead(new AdxQuery(CLUSTER, kql, AdxOptions.none())))
                .containsEntry("kustoQuery", "let n = 5;\nT // all\n| take n");
    }

    @Test
    void aWriteIsTransactionalIntoATableThatExists() {
        assertThat(ConnectorOptions.ofWrite(new AdxTarget(CLUSTER, "S", "run-1")))
                .containsEntry("kustoTable", "S")
                .containsEntry("writeMode", "Transactional")
                .containsEntry("tableCreateOptions", "FailIfNotExist")
                .containsEntry("pollingOnDriver", "true")
                .containsEntry("requestId", "run-1")
                .containsEntry("kustoIngestionUri", "https://ingest-contoso.westeurope.kusto.windows.net");
    }

    @Test
    void anEmulatorGetsATokenThatMeansNothing() {
        AdxCluster emulator = AdxCluster.at("https://localhost:1", "db", new AdxAuth.None());
        assertThat(ConnectorOptions.ofRead(new AdxQuery(emulator, "T", AdxOptions.none())))
                .containsEntry("accessToken", "anonymous");
    }

    @Test
    void withoutTheConnectorItsCoordinatesAreGiven() {
        assertThatThrownBy(() -> new ConnectorRules(CLOCK).checkRead(new AdxQuery(CLUSTER, "T", AdxOptions.none())))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX107")
                .hasMessageContaining("com.microsoft.azure.kusto:kusto-spark_3.0_2.12:7.1.1");
    }

    @Test
    void aPartitionThatIsComputedAgainReplacesItsCount() {
        PartitionCounts counts = new PartitionCounts();
        counts.add(new PartitionCounts.Count(0, 10));
        counts.add(new PartitionCounts.Count(1, 5));
        PartitionCounts again = new PartitionCounts();
        again.add(new PartitionCounts.Count(0, 10));
        counts.merge(again);
        assertThat(counts.rows()).isEqualTo(15);
        assertThat(counts.warnings()).isEmpty();
    }

    @Test
    void twoCountsForOnePartitionAreAWarning() {
        PartitionCounts counts = new PartitionCounts();
        counts.add(new PartitionCounts.Count(0, 10));
        counts.add(new PartitionCounts.Count(0, 11));
        assertThat(counts.rows()).isEqualTo(11);
        assertThat(counts.warnings()).hasSize(1).first().asString().contains("partition 0");
    }
}
