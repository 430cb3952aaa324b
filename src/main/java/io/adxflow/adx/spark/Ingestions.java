package io.adxflow.adx.spark;

import java.util.ArrayList;
import java.util.List;

/**
 * When the rows of a table were ingested, at one moment of the table.
 *
 * @param times in their order
 * @param undated rows of which ADX does not know it
 * @param columns names and types of the columns of the table, as one text
 */
record Ingestions(List<One> times, long undated, String columns) {
    Ingestions {
        times = List.copyOf(times);
    }

    /** Rows that were ingested at one time. */
    record One(String time, long rows, long hash, long filled) {}

    /** Neighbours, from one to another and both of them included. */
    record Range(List<One> times) {
        String condition() {
            return "ingestion_time() between (datetime(" + times.get(0).time() + ") .. datetime("
                    + times.get(times.size() - 1).time() + "))";
        }
    }

    /** At most so many ranges, with about as many rows in each. */
    List<Range> cut(int ranges) {
        long total = times.stream().mapToLong(One::rows).sum();
        List<Range> cut = new ArrayList<>();
        long rows = 0;
        int first = 0;
        for (int i = 0; i < times.size(); i++) {
            rows += times.get(i).rows();
            boolean isFull = rows >= total * (cut.size() + 1) / ranges;
            if (isFull || i == times.size() - 1) {
                cut.add(new Range(times.subList(first, i + 1)));
                first = i + 1;
            }
        }
        return cut;
    }

    SliceState state(Range range) {
        long rows = range.times().stream().mapToLong(One::rows).sum();
        long hashes =
                range.times().stream().mapToLong(one -> one.rows() * one.hash()).sum();
        long filled = range.times().stream().mapToLong(One::filled).sum();
        return new SliceState(rows, hashes, filled, columns);
    }
}
