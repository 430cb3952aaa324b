package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.canary.Canary;
import io.adxflow.emulator.Emulator;
import io.adxflow.entra.FakeEntra;
import io.adxflow.secret.Secret;
import io.adxflow.secret.entra.Identity;
import io.adxflow.sparktest.EventLog;
import io.adxflow.sparktest.SharedSpark;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.JsonProtocol$;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans and the events that become event logs and the Spark UI show neither keys nor tokens. */
@Tag("spark")
class SecretsInSparkTest {
    @TempDir
    private Path directory;

    private final Queue<String> events = new ConcurrentLinkedQueue<>();

    @Test
    void aReadAndAWriteLeaveNoSecretInPlansAndEvents() throws Exception {
        SparkSession spark = SharedSpark.session();
        Events listener = new Events();
        try (FakeEntra entra = FakeEntra.start();
                Emulator emulator = Emulator.start(directory)) {
            Identity app = new Identity.AppKey(FakeEntra.DOMAIN, FakeEntra.APP, new Secret(FakeEntra.KEY));
            AdxCluster cluster = AdxCluster.at(
                    emulator.uri().toString().replace("localhost", "127.0.0.1"),
                    "NetDefaultDB",
                    new AdxAuth.Entra(app, entra.cloud()));
            spark.sparkContext().addSparkListener(listener);
            StringBuilder shown = new StringBuilder();
            try (AdxClient client = AdxClient.connect(cluster)) {
                client.command("NetDefaultDB", ".create table T (Id:long)");
                BuiltinTables tables = new BuiltinTables(spark);
                Dataset<Row> rows =
                        tables.read(new AdxQuery(cluster, "range Id from 1 to 5 step 1", AdxOptions.none()));
                shown.append(rows.queryExecution()).append(rows.collectAsList());
                tables.append(rows, new AdxTarget(cluster, "T", "run-1"));
            }
            spark.sparkContext().listenerBus().waitUntilEmpty();
            assertThat(events).isNotEmpty();
            events.forEach(shown::append);
            assertThat(shown.toString()).contains("adx ").doesNotContain(FakeEntra.KEY);
            assertThat(entra.tokens().issued()).isNotEmpty();
            entra.tokens().issued().forEach(token -> assertThat(shown.toString())
                    .doesNotContain(token));
        } finally {
            spark.sparkContext().removeSparkListener(listener);
        }
    }

    /** The options go the whole way through Spark, as those of the connector do. */
    @Test
    void theConnectorGetsTokensForReadsAndWrites() {
        SparkSession spark = SharedSpark.session();
        try (FakeEntra entra = FakeEntra.start()) {
            Identity app = new Identity.AppKey(FakeEntra.TENANT, FakeEntra.APP, new Secret(FakeEntra.KEY));
            AdxCluster cluster = AdxCluster.at(
                    "https://contoso.westeurope.kusto.windows.net", "db", new AdxAuth.Entra(app, entra.cloud()));
            Dataset<Row> rows = spark.read()
                    .format(TokenAsker.class.getName())
                    .options(ConnectorOptions.ofRead(new AdxQuery(cluster, "T", AdxOptions.none())))
                    .load();
            rows.write()
                    .format(TokenAsker.class.getName())
                    .options(ConnectorOptions.ofWrite(new AdxTarget(cluster, "T", "run-1")))
                    .mode("append")
                    .save();
            assertThat(TokenAsker.TOKENS)
                    .hasSize(2)
                    .containsOnly(entra.tokens().issued().get(0));
        }
    }

    /** Programs with DataFrames name a token among the options. */
    @Test
    void aTokenAmongTheOptionsIsNotShown() {
        SparkSession spark = SharedSpark.session();
        String token = Canary.secret("option-token");
        try (Emulator emulator = Emulator.start(directory)) {
            Dataset<Row> rows = spark.read()
                    .format("adx")
                    .option("kustoCluster", emulator.uri().toString().replace("localhost", "127.0.0.1"))
                    .option("kustoDatabase", "NetDefaultDB")
                    .option("kustoQuery", "range Id from 1 to 5 step 1")
                    .option("accessToken", token)
                    .load();
            assertThat(rows.collectAsList()).hasSize(5);
            assertThat(rows.queryExecution().toString()).doesNotContain(token);
            assertThat(EventLog.text().lines()).noneMatch(line -> line.contains(token));
        }
    }

    private final class Events extends SparkListener {
        @Override
        public void onJobStart(SparkListenerJobStart event) {
            keep(event);
        }

        @Override
        public void onStageCompleted(SparkListenerStageCompleted event) {
            keep(event);
        }

        @Override
        public void onOtherEvent(SparkListenerEvent event) {
            keep(event);
        }

        private void keep(SparkListenerEvent event) {
            events.add(JsonProtocol$.MODULE$.sparkEventToJsonString(event));
        }
    }
}
