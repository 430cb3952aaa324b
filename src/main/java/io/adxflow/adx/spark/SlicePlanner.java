package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.AdxRowStream;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a query into slices that together have each row once, as at one moment. A <a
 * href="https://learn.microsoft.com/kusto/management/database-cursor">database cursor</a> keeps later rows out; within it
 * each slice is a range of ingestion times, which rows keep when their extents are merged. What else may happen to a table
 * changes the {@link SliceState} of a slice, and a read that finds another than was planned fails.
 */
final class SlicePlanner {
    private static final Logger LOG = LoggerFactory.getLogger(SlicePlanner.class);
    private static final long ROWS_PER_SLICE = 250_000;
    private static final int SLICES_PER_CORE = 2;

    private final AdxReadOptions options;
    private final UnaryOperator<String> operators;
    private final List<String> wanted;

    /**
     * @param operators puts what Spark pushed down behind a query
     * @param wanted the columns of the result that Spark reads
     */
    SlicePlanner(AdxReadOptions options, UnaryOperator<String> operators, List<String> wanted) {
        this.options = options;
        this.operators = operators;
        this.wanted = List.copyOf(wanted);
    }

    /** @param cores how many slices Spark can read at once */
    SlicePlan plan(int cores) {
        Optional<RowLocalQuery> local = Kql.rowLocal(new SourceText("kustoQuery", options.query()));
        try (AdxClient client = AdxClient.connect(options.cluster())) {
            if (local.isEmpty() || !isTable(client, local.get().table())) {
                return whole(OptionalLong.empty());
            }
            AdxResult moment = moment(client, local.get());
            long rows = moment.number(0, "Rows");
            int slices = slices(rows, cores);
            return (slices < 2 ? Optional.<List<Slice>>empty() : cut(client, local.get(), moment, slices))
                    .map(parts -> new SlicePlan(parts, OptionalLong.of(rows)))
                    .orElseGet(() -> whole(OptionalLong.of(rows)));
        }
    }

    private SlicePlan whole(OptionalLong rows) {
        return SlicePlan.whole(operators.apply(options.query()), rows);
    }

    private int slices(long rows, int cores) {
        return options.partitions()
                .orElseGet(() -> (int) Math.min(rows / ROWS_PER_SLICE, (long) cores * SLICES_PER_CORE));
    }

    /** A function or a view may have the name; and a principal may read a table without the right to see the list. */
    private boolean isTable(AdxClient client, String name) {
        String command = ".show tables | where TableName == " + Quoted.string(name) + " | project TableName";
        try {
            return !client.repeatableCommand(options.cluster().database(), command)
                    .isEmpty();
        } catch (UserException refused) {
            LOG.info("'{}' is read in one slice: {}", name, refused.getMessage());
            return false;
        }
    }

    /** The count is of the table itself: what {@code .show table details} says may be a quarter of an hour old. */
    private AdxResult moment(AdxClient client, RowLocalQuery query) {
        String kql = "print Cursor = cursor_current(), Now = tostring(now()), Rows = toscalar("
                + Quoted.name(query.table()) + " | count), Columns = " + SliceState.columnsOf(query.table());
        return client.query(options.cluster().database(), kql, AdxOptions.none());
    }

    /** Empty when rows have no ingestion time, or all of them the same; ADX refuses cursors where its policy is off. */
    private Optional<List<Slice>> cut(AdxClient client, RowLocalQuery query, AdxResult moment, int slices) {
        String filled = FilledValues.aggregation(moment.text(0, "Columns"), operators.apply(query.text()), wanted);
        String before = "where cursor_before_or_at(" + Quoted.string(moment.text(0, "Cursor")) + ")";
        try {
            return cut(query, moment, slices, before, ingestions(client, query.table(), before, filled), filled);
        } catch (UserException refused) {
            LOG.info("'{}' is read in one slice: {}", query.table(), refused.getMessage());
            return Optional.empty();
        }
    }

    private Optional<List<Slice>> cut(
            RowLocalQuery query, AdxResult moment, int slices, String before, Ingestions ingestions, String filled) {
        String time = query.isTimeDependent() ? "set query_now = datetime(" + moment.text(0, "Now") + ");\n" : "";
        List<Slice> parts = ingestions.cut(slices).stream()
                .map(range -> slice(query, before + " and " + range.condition(), ingestions.state(range), time, filled))
                .toList();
        return parts.size() < 2 || ingestions.undated() > 0 ? Optional.empty() : Optional.of(parts);
    }

    private Ingestions ingestions(AdxClient client, String table, String before, String filled) {
        String rows = Quoted.name(table) + " | " + before + " | summarize Rows = count(), Filled = " + filled
                + " by Time = ingestion_time()"
                + " | extend Hash = " + SliceState.hash("Time")
                + " | sort by Time asc | project Time = tostring(Time), Rows, Hash, Filled";
        String others = Quoted.name(table) + " | where isnull(ingestion_time()) | summarize Undated = count()"
                + " | extend Columns = " + SliceState.columnsOf(table);
        AdxOptions all = AdxOptions.none().withoutTruncation();
        List<Ingestions.One> found = new ArrayList<>();
        try (AdxRowStream times =
                client.streamWithSecond(options.cluster().database(), KqlText.then(rows, others), all)) {
            times.forEachRemaining(
                    row -> found.add(new Ingestions.One((String) row[0], (Long) row[1], (Long) row[2], (Long) row[3])));
            AdxResult rest = times.second();
            return new Ingestions(found, rest.number(0, "Undated"), rest.text(0, "Columns"));
        }
    }

    private Slice slice(RowLocalQuery query, String condition, SliceState state, String time, String filled) {
        return new Slice(
                time + operators.apply(query.over(condition)),
                query.table(),
                SliceState.query(query.table(), condition, filled),
                state);
    }
}
