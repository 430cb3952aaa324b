package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.deploy.master.Master$;
import org.apache.spark.deploy.worker.Worker$;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * A driver with a cluster of two workers on two addresses, as Spark starts no copy of a task where the task is. The last
 * task waits for its copy.
 */
final class SpeculativeWrite {
    private static final int ROWS = 4000;

    private SpeculativeWrite() {}

    /** The URL of the cluster, and a directory that driver and executors share. */
    public static void main(String[] arguments) {
        List<RpcEnv> servers = servers(arguments[1]);
        try (SparkSession spark = session(servers.get(0).address().toSparkURL())) {
            AtomicInteger speculative = new AtomicInteger();
            spark.sparkContext().addSparkListener(new SparkListener() {
                @Override
                public void onTaskStart(SparkListenerTaskStart start) {
                    speculative.addAndGet(start.taskInfo().speculative() ? 1 : 0);
                }
            });
            String marker = Path.of(arguments[1]).resolve("second").toString();
            MapFunction<Row, Long> straggling = row -> {
                if (row.getLong(0) == ROWS - 1) {
                    meetOtherAttempt(Path.of(marker));
                }
                return row.getLong(0);
            };
            Dataset<Row> rows = spark.range(0, ROWS, 1, 4)
                    .toDF()
                    .map(straggling, Encoders.LONG())
                    .toDF("Id");
            AdxCluster cluster = AdxCluster.at(arguments[0], "NetDefaultDB", new AdxAuth.None());
            StagedRows staged =
                    new BuiltinTables(spark).append(rows, new AdxTarget(cluster, "Speculated", "test-speculated"));
            System.out.println("written " + staged.rows() + ", speculative " + speculative.get());
        } finally {
            servers.forEach(RpcEnv::shutdown);
        }
    }

    /** A master and two workers, in this process; the first is the master. */
    private static List<RpcEnv> servers(String directory) {
        SparkConf conf = new SparkConf();
        RpcEnv master =
                Master$.MODULE$.startRpcEnvAndEndpoint("127.0.0.1", 0, 0, conf)._1();
        List<RpcEnv> servers = new ArrayList<>(List.of(master));
        for (String host : List.of("127.0.0.1", "127.0.0.2")) {
            servers.add(Worker$.MODULE$.startRpcEnvAndEndpoint(
                    host,
                    0,
                    0,
                    2,
                    1024,
                    new String[] {master.address().toSparkURL()},
                    directory + "/" + host,
                    Option.empty(),
                    conf,
                    Option.empty()));
        }
        return servers;
    }

    private static SparkSession session(String master) {
        return SparkSession.builder()
                .master(master)
                .config("spark.executor.cores", 2)
                .config("spark.executor.memory", "512m")
                .config("spark.executor.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")
                .config("spark.executor.extraClassPath", classPath())
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.ui.enabled", "false")
                .config("spark.speculation", true)
                .config("spark.speculation.interval", "100ms")
                .config("spark.speculation.multiplier", "1")
                .config("spark.speculation.quantile", "0.5")
                .config("spark.speculation.minTaskRuntime", "100ms")
                .config("spark.speculation.efficiency.enabled", false)
                .getOrCreate();
    }

    /** Executors run in directories of their own. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The first attempt waits for the second, and then both go on. */
    private static void meetOtherAttempt(Path marker) throws IOException, InterruptedException {
        if (TaskContext.get().attemptNumber() > 0) {
            Files.createFile(marker);
            return;
        }
        try (WatchService created = marker.getFileSystem().newWatchService()) {
            marker.getParent().register(created, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(marker)) {
                created.poll(1, TimeUnit.SECONDS);
            }
        }
    }
}
