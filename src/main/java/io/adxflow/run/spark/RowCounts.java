package io.adxflow.run.spark;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.util.QueryExecutionListener;
import scala.collection.JavaConverters;

/**
 * Counts rows in the pass that computes them. For the report only: Spark may count the rows of a recomputed task twice
 * (SPARK-58183), so nothing is ever committed on these numbers.
 */
final class RowCounts implements QueryExecutionListener {
    /** Spark tells of a finished query a moment later, from another thread. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String PREFIX = "adxflow rows ";

    private final SparkSession session;
    private final Map<String, Long> counts = new HashMap<>();

    private RowCounts(SparkSession session) {
        this.session = session;
    }

    static RowCounts listeningTo(SparkSession session) {
        RowCounts counts = new RowCounts(session);
        session.listenerManager().register(counts);
        return counts;
    }

    /** The same rows, counted under a name when they are computed. */
    Dataset<Row> counting(String name, Dataset<Row> rows) {
        return rows.observe(PREFIX + name, functions.count(functions.lit(1)).as("rows"));
    }

    /** What was counted under a name; empty when the rows were never all computed. */
    synchronized OptionalLong of(String name) {
        return counts.containsKey(name) ? OptionalLong.of(counts.get(name)) : OptionalLong.empty();
    }

    /** Waits a moment for the names that have not been heard of yet. */
    synchronized void await(Set<String> names) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!counts.keySet().containsAll(names) && System.nanoTime() < end) {
                wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        session.listenerManager().unregister(this);
    }

    @Override
    public void onSuccess(String function, QueryExecution execution, long nanos) {
        Map<String, Row> observed = JavaConverters.mapAsJavaMap(execution.observedMetrics());
        synchronized (this) {
            observed.forEach((name, row) -> {
                if (name.startsWith(PREFIX)) {
                    counts.put(name.substring(PREFIX.length()), row.getLong(0));
                }
            });
            notifyAll();
        }
    }

    @Override
    public void onFailure(String function, QueryExecution execution, Exception failure) {}
}
