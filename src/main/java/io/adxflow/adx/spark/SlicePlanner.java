package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.Kql;
import io.adxflow.kql.language.RowLocalQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a query into slices that together have each row once, whatever is ingested or merged while they are read. A <a
 * href="https://learn.microsoft.com/kusto/management/database-cursor">database cursor</a> keeps later rows out; within it
 * each slice is a range of ingestion times, which rows keep when their extents are merged. Rows may still go away, by
 * retention or a replacement; the count of its rows tells a slice.
 */
final class SlicePlanner {
    private static final Logger LOG = LoggerFactory.getLogger(SlicePlanner.class);
    private static final long ROWS_PER_SLICE = 250_000;
    private static final int SLICES_PER_CORE = 2;

    private final AdxReadOptions options;
    private final UnaryOperator<String> operators;

    /** @param operators puts what Spark pushed down behind a query */
    SlicePlanner(AdxReadOptions options, UnaryOperator<String> operators) {
        this.options = options;
        this.operators = operators;
    }

    /** @param cores how many slices Spark can read at once */
    SlicePlan plan(int cores) {
        Optional<RowLocalQuery> local = Kql.rowLocal(new SourceText("kustoQuery", options.query()));
        try (AdxClient client = AdxClient.connect(options.cluster())) {
            OptionalLong rows = local.isPresent() ? rows(client, local.get().table()) : OptionalLong.empty();
            if (rows.isEmpty() || slices(rows.getAsLong(), cores) < 2) {
                return whole(rows);
            }
            return cut(client, local.get(), slices(rows.getAsLong(), cores))
                    .map(slices -> new SlicePlan(slices, rows))
                    .orElseGet(() -> whole(rows));
        }
    }

    private SlicePlan whole(OptionalLong rows) {
        return SlicePlan.whole(operators.apply(options.query()), rows);
    }

    private int slices(long rows, int cores) {
        return options.partitions()
                .orElseGet(() -> (int) Math.min(rows / ROWS_PER_SLICE, (long) cores * SLICES_PER_CORE));
    }

    /** Empty when the name is that of a function or a view, or the principal may read the table but not its details. */
    private OptionalLong rows(AdxClient client, String table) {
        try {
            return details(client, table);
        } catch (UserException refused) {
            LOG.info("'{}' is read in one slice: {}", table, refused.getMessage());
            return OptionalLong.empty();
        }
    }

    private OptionalLong details(AdxClient client, String table) {
        String command =
                ".show tables details | where TableName == " + Quoted.string(table) + " | project TotalRowCount";
        AdxResult details = client.repeatableCommand(options.cluster().database(), command);
        return details.isEmpty() ? OptionalLong.empty() : OptionalLong.of(details.number(0, "TotalRowCount"));
    }

    /** Empty when rows have no ingestion time, or all of them the same. */
    private Optional<List<Slice>> cut(AdxClient client, RowLocalQuery query, int slices) {
        String table = Quoted.name(query.table());
        AdxResult moment = query(
                client,
                "print Cursor = cursor_current(), Now = tostring(now()), Undated = toscalar(" + table
                        + " | where isnull(ingestion_time()) | count)");
        if (moment.number(0, "Undated") > 0) {
            return Optional.empty();
        }
        String before = "where cursor_before_or_at(" + Quoted.string(moment.text(0, "Cursor")) + ")";
        AdxResult times = query(
                client,
                table + " | " + before + " | summarize Rows = count() by Time = ingestion_time()"
                        + " | sort by Time asc | project Time = tostring(Time), Rows");
        String time = query.isTimeDependent() ? "set query_now = datetime(" + moment.text(0, "Now") + ");\n" : "";
        List<Slice> cut = ranges(times, slices).stream()
                .map(range -> slice(query, before + " and " + range.condition(), range.rows(), time))
                .toList();
        return cut.size() < 2 ? Optional.empty() : Optional.of(cut);
    }

    private Slice slice(RowLocalQuery query, String condition, long rows, String time) {
        String count = Quoted.name(query.table()) + " | " + condition + " | count";
        return new Slice(time + operators.apply(query.over(condition)), count, rows);
    }

    private AdxResult query(AdxClient client, String kql) {
        return client.query(options.cluster().database(), kql, AdxOptions.none().withoutTruncation());
    }

    /** Rows that were ingested within a time, both ends inclusive. */
    private record Range(String from, String to, long rows) {
        String condition() {
            return "ingestion_time() between (datetime(" + from + ") .. datetime(" + to + "))";
        }
    }

    private static List<Range> ranges(AdxResult times, int slices) {
        int count = times.rows().size();
        long total = LongStream.range(0, count)
                .map(row -> times.number((int) row, "Rows"))
                .sum();
        List<Range> ranges = new ArrayList<>();
        int first = 0;
        long rows = 0;
        long before = 0;
        for (int i = 0; i < count; i++) {
            rows += times.number(i, "Rows");
            boolean isFull = before + rows >= total * (ranges.size() + 1) / slices;
            if (isFull || i == count - 1) {
                ranges.add(new Range(times.text(first, "Time"), times.text(i, "Time"), rows));
                first = i + 1;
                before += rows;
                rows = 0;
            }
        }
        return ranges;
    }
}
