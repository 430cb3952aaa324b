package io.adxflow.adx.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.util.AccumulatorV2;

/** Rows per partition. A partition that is computed again replaces its count and never adds to it. */
final class PartitionCounts extends AccumulatorV2<PartitionCounts.Count, Map<Integer, Long>> {
    private static final long serialVersionUID = 1;

    private final Map<Integer, Long> counts = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<Integer> unsteady = new ConcurrentSkipListSet<>();

    /** What one attempt of a task saw. */
    record Count(int partition, long rows) {}

    /** The same rows, counted on their way once they are asked for. */
    Dataset<Row> counting(Dataset<Row> rows) {
        PartitionCounts counter = this;
        MapPartitionsFunction<Row, Row> count = partition -> new CountedRows(partition, counter);
        return rows.mapPartitions(count, Encoders.row(rows.schema()));
    }

    long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        unsteady.forEach(partition -> warnings.add("nondeterministic-step: partition " + partition
                + " was computed more than once and had a different number of rows"));
        return warnings;
    }

    @Override
    public boolean isZero() {
        return counts.isEmpty();
    }

    @Override
    public PartitionCounts copy() {
        PartitionCounts copy = new PartitionCounts();
        copy.merge(this);
        return copy;
    }

    @Override
    public void reset() {
        counts.clear();
        unsteady.clear();
    }

    @Override
    public void add(Count count) {
        Long before = counts.put(count.partition(), count.rows());
        if (before != null && before != count.rows()) {
            unsteady.add(count.partition());
        }
    }

    @Override
    public void merge(AccumulatorV2<Count, Map<Integer, Long>> other) {
        other.value().forEach((partition, rows) -> add(new Count(partition, rows)));
        unsteady.addAll(((PartitionCounts) other).unsteady);
    }

    @Override
    public Map<Integer, Long> value() {
        return Map.copyOf(counts);
    }

    /** Reports once, when the last row has been handed on. */
    private static final class CountedRows implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final PartitionCounts counter;
        private long count;
        private boolean reported;

        CountedRows(Iterator<Row> rows, PartitionCounts counter) {
            this.rows = rows;
            this.counter = counter;
        }

        @Override
        public boolean hasNext() {
            boolean more = rows.hasNext();
            if (!more && !reported) {
                reported = true;
                counter.add(new Count(TaskContext.getPartitionId(), count));
            }
            return more;
        }

        @Override
        public Row next() {
            count++;
            return rows.next();
        }
    }
}
