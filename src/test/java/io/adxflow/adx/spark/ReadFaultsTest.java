package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.FaultProxy;
import io.adxflow.adx.FaultProxy.Fault;
import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.emulator.Emulator;
import io.adxflow.sparktest.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Slices whose requests fail on their way. A read has all rows once, or an error; it never has others. */
@Tag("spark")
class ReadFaultsTest {
    private static final String DATABASE = "NetDefaultDB";
    private static final int INGESTIONS = 6;
    private static final int ROWS_EACH = 100;

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static FaultProxy proxy;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory.resolve("adx"));
        proxy = new FaultProxy(emulator.uri().toString());
        command(".create table T (Id:long, Text:string)");
        for (int i = 0; i < INGESTIONS; i++) {
            command(".append T <| range Id from " + i * ROWS_EACH + " to " + (i * ROWS_EACH + ROWS_EACH - 1)
                    + " step 1 | extend Text = strcat('t', Id)");
        }
    }

    @AfterAll
    static void stop() {
        proxy.close();
        emulator.close();
    }

    @AfterEach
    void quiet() {
        proxy.plan((number, body) -> Fault.NONE);
        proxy.rewrite(UnaryOperator.identity());
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "LOST", "THROTTLED"})
    void aSliceThatFailsOnceIsReadAgain(Fault fault) {
        Dataset<Row> rows = planned();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        proxy.plan(
                (number, body) -> body.contains("cursor_before_or_at") && seen.add(slice(body)) ? fault : Fault.NONE);
        assertThat(ids(rows)).isEqualTo(all());
        assertThat(seen).hasSize(3);
    }

    @Test
    void whatPlansTheSlicesIsAskedAgainWhenAdxIsBusy() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        proxy.plan((number, body) ->
                !body.contains("between (datetime") && seen.add(slice(body)) ? Fault.BUSY : Fault.NONE);
        assertThat(ids(read())).isEqualTo(all());
    }

    @Test
    void aSliceThatIsAlwaysCutFailsTheRead() {
        Dataset<Row> rows = planned();
        proxy.plan((number, body) -> Fault.CUT);
        assertThatThrownBy(rows::collectAsList)
                .hasRootCauseInstanceOf(IOException.class)
                .hasMessageContaining("was cut off");
    }

    @Test
    void anErrorBehindTheRowsFailsTheRead() {
        Dataset<Row> rows = planned();
        String error = "\"HasErrors\":true,\"OneApiErrors\":[{\"error\":{\"code\":\"Internal\","
                + "\"@message\":\"the node went away\",\"@permanent\":false}}]";
        proxy.rewrite(body -> body.replace("\"HasErrors\":false", error));
        assertThatThrownBy(rows::collectAsList)
                .hasRootCauseInstanceOf(RemoteException.class)
                .rootCause()
                .hasMessageContaining("the node went away");
    }

    @Test
    void aServerThatIsRestartedBetweenSlicesGoesOn() {
        Dataset<Row> rows = planned();
        AtomicBoolean restarted = new AtomicBoolean();
        AtomicReference<String> first = new AtomicReference<>();
        proxy.plan((number, body) -> {
            if (!body.contains("between (datetime")) {
                return Fault.NONE;
            }
            first.compareAndSet(null, slice(body));
            synchronized (restarted) {
                boolean isSecond = !slice(body).equals(first.get());
                return isSecond && restarted.compareAndSet(false, true) ? restart() : Fault.NONE;
            }
        });
        assertThat(ids(rows)).isEqualTo(all());
        assertThat(restarted).isTrue();
    }

    @Test
    void aTableThatIsGoneIsToldByItsName() {
        command(".create table Gone (Id:long)");
        command(".append Gone <| range Id from 1 to 10 step 1");
        command(".append Gone <| range Id from 1 to 10 step 1");
        Dataset<Row> rows = read("Gone", 2);
        rows.queryExecution().executedPlan();
        command(".drop table Gone");
        assertThatThrownBy(rows::collectAsList).hasStackTraceContaining("ADX30").hasStackTraceContaining("Gone");
    }

    private static Fault restart() {
        emulator.close();
        emulator = Emulator.start(directory.resolve("adx"));
        proxy.retarget(emulator.uri().toString());
        return Fault.UNSENT;
    }

    private static String slice(String body) {
        return body.replaceFirst("(?s).*(\"csl\".*?\",\").*", "$1");
    }

    private static Dataset<Row> planned() {
        Dataset<Row> rows = read();
        rows.queryExecution().executedPlan();
        return rows;
    }

    private static Dataset<Row> read() {
        return read("T", 3);
    }

    private static Dataset<Row> read(String kql, int slices) {
        return SharedSpark.session()
                .read()
                .format("adx")
                .option("kustoCluster", proxy.url())
                .option("kustoDatabase", DATABASE)
                .option("kustoQuery", kql)
                .option("numPartitions", slices)
                .load();
    }

    private static List<Long> ids(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.getLong(0)).sorted().toList();
    }

    private static List<Long> all() {
        return LongStream.range(0, (long) INGESTIONS * ROWS_EACH).boxed().toList();
    }

    private static void command(String csl) {
        AdxCluster cluster = AdxCluster.at(emulator.uri().toString(), DATABASE, new AdxAuth.None());
        try (AdxClient client = AdxClient.connect(cluster)) {
            client.command(DATABASE, csl);
        }
    }
}
