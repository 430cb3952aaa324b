package io.adxflow.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** What the data source takes for a table, measured against one emulator. */
final class EngineMeasurements {
    private static final String DATABASE = "NetDefaultDB";
    private static final String TABLE = "Flights";
    private static final int FILES = 4;
    private static final int REPETITIONS = 21;
    private static final int TURNS = 7;

    private final SparkSession spark;
    private final AdxCluster cluster;

    EngineMeasurements(SparkSession spark, String url) {
        this.spark = spark;
        this.cluster = AdxCluster.at(url, DATABASE, new AdxAuth.None()).withIngestionUrl(url);
    }

    void run(Path file, String key, Map<String, String> lines) throws Exception {
        spark.conf().set("spark.sql.parquet.inferTimestampNTZ.enabled", "false");
        Dataset<Row> rows = spark.read().parquet(file.toString()).repartition(FILES);
        try (AdxClient client = AdxClient.connect(cluster)) {
            client.command(DATABASE, ".create table " + TABLE + " (" + columns(rows.schema()) + ")");
        }
        long number = rows.count();
        measure(lines, "write", number, () -> write(rows));
        BareReader bare = new BareReader(cluster);
        measure(lines, "bare loop over HTTP and JSON tokens", number, () -> bare.tokens(TABLE));
        measure(lines, "bare loop, once more", number, () -> bare.tokens(TABLE));
        measure(lines, "read, 1 slice", number, () -> read(1));
        measure(lines, "read, 1 slice, once more", number, () -> read(1));
        measure(lines, "read, 2 slices", number, () -> read(2));
        turns(lines, bare);
        long few = Math.min(number, 100_000);
        measure(lines, "kusto-data executeQuery", few, () -> bare.executeQuery(TABLE + " | take " + few));
        small(lines, bare);
        for (boolean pushes : new boolean[] {true, false}) {
            String how = pushes ? "" : ", without push-down";
            Dataset<Row> table = table().option("queryFilterPushDown", pushes).load();
            measure(lines, "count" + how, number, table::count);
            measure(lines, "limit 10" + how, 10, () -> table.limit(10).collectAsList());
            measure(lines, "group by" + how, number, () -> table.groupBy(key)
                    .count()
                    .collectAsList());
        }
    }

    /** The bare loop and a read in one slice one after the other, so that both meet the same machine. */
    private void turns(Map<String, String> lines, BareReader bare) throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            double alone = busySeconds(() -> bare.tokens(TABLE));
            ratios.add(busySeconds(() -> read(1)) / alone);
        }
        Collections.sort(ratios);
        String line = String.format(
                "| processor time of a read, in those of the bare loop | least %.2f | median %.2f | most %.2f |",
                ratios.get(0), ratios.get(TURNS / 2), ratios.get(TURNS - 1));
        System.out.println(line);
        lines.put("turns", line);
    }

    private static double busySeconds(Callable<?> action) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        action.call();
        return (system.getProcessCpuTime() - cpu) / 1e9;
    }

    /** What takes milliseconds, over and over: with the data source, without it, and without Spark. */
    private void small(Map<String, String> lines, BareReader bare) throws Exception {
        Dataset<Row> table = table().load();
        Dataset<Row> local = spark.range(0, 1, 1, 1).selectExpr("id + 1 AS id");
        median(lines, "schema of the table", () -> table().load());
        median(lines, "count", table::count);
        median(lines, "limit 10", () -> table.limit(10).collectAsList());
        median(lines, "one row that Spark makes itself", local::collectAsList);
        median(lines, "count over HTTP", () -> bare.tokens(TABLE + " | count"));
        median(lines, "take 10 over HTTP", () -> bare.tokens(TABLE + " | take 10"));
    }

    private static void median(Map<String, String> lines, String name, Callable<?> action) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            long begin = System.nanoTime();
            action.call();
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        double first = millis.get(0);
        Collections.sort(millis);
        String line = String.format(
                "| %s | first %.1f ms | median %.1f ms | least %.1f ms |",
                name, first, millis.get(REPETITIONS / 2), millis.get(0));
        System.out.println(line);
        lines.put(name + ", warm", line);
    }

    private Void write(Dataset<Row> rows) {
        rows.write()
                .format("adx")
                .options(place())
                .option("kustoTable", TABLE)
                .mode("append")
                .save();
        return null;
    }

    private Void read(int slices) {
        table().option("numPartitions", slices)
                .load()
                .write()
                .format("noop")
                .mode("overwrite")
                .save();
        return null;
    }

    private DataFrameReader table() {
        return spark.read()
                .format("adx")
                .options(place())
                .option("kustoQuery", TABLE)
                .option("clientRequestPropertiesJson", "{\"Options\":{\"notruncation\":true}}");
    }

    private Map<String, String> place() {
        return Map.of(
                "kustoCluster", cluster.url().toString(),
                "kustoIngestionUri", cluster.url().toString(),
                "kustoDatabase", DATABASE);
    }

    private static void measure(Map<String, String> lines, String name, long rows, Callable<?> action)
            throws Exception {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        action.call();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double busy = (system.getProcessCpuTime() - cpu) / 1e9;
        String line = String.format(
                "| %s | %d | %.2f s | %.2f s | %,.0f | %d MB |",
                name, rows, seconds, busy, rows / seconds, peakHeap() >> 20);
        System.out.println(line);
        lines.put(name, line);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static String columns(StructType schema) {
        return Arrays.stream(schema.fields())
                .map(field -> "['" + field.name() + "']:" + type(field.dataType()))
                .collect(Collectors.joining(", "));
    }

    private static String type(DataType type) {
        return switch (type.typeName()) {
            case "boolean" -> "bool";
            case "byte", "short", "integer" -> "int";
            case "long" -> "long";
            case "float", "double" -> "real";
            case "timestamp", "date" -> "datetime";
            case "string" -> "string";
            default -> "decimal";
        };
    }
}
