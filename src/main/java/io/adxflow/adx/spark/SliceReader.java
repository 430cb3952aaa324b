package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxProblem;
import io.adxflow.adx.client.AdxRowStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Rows of one query on their way from the socket into Spark, one at a time. */
final class SliceReader implements PartitionReader<InternalRow> {
    /** What the column of a bare count is read as. */
    private static final List<ReadColumn> COUNTED = List.of(new ReadColumn("adxflow_row", ReadType.BOOL));

    private final AdxClient client;
    private final AdxRowStream rows;
    private final SliceRow row;
    private final Slice slice;
    private final boolean isCount;

    private SliceReader(AdxClient client, AdxRowStream rows, List<ReadColumn> columns, Slice slice) {
        this.client = client;
        this.rows = rows;
        this.slice = slice;
        this.isCount = columns.isEmpty();
        this.row = new SliceRow(isCount ? COUNTED : columns);
    }

    /** The columns that arrive must be those that the plan was made for; none at all stands for a bare count. */
    static SliceReader open(AdxClient client, Slice slice, AdxOptions request, List<ReadColumn> columns) {
        try {
            AdxRowStream rows = stream(client, slice, request);
            if (!columns.isEmpty() && !areLike(columns, rows.columns())) {
                rows.close();
                throw AdxProblem.SCHEMA_CHANGED.with(columns, rows.columns()).toException();
            }
            return new SliceReader(client, rows, columns, slice);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private static boolean areLike(List<ReadColumn> planned, List<AdxColumn> arrived) {
        return planned.size() == arrived.size()
                && IntStream.range(0, planned.size())
                        .allMatch(i -> planned.get(i).isLike(arrived.get(i)));
    }

    /** What a part is compared with comes in the same answer, and so from the same moment as its rows. */
    private static AdxRowStream stream(AdxClient client, Slice slice, AdxOptions request) {
        String database = client.cluster().database();
        return slice.isPart()
                ? client.streamWithSecond(database, KqlText.then(slice.kql(), slice.stateQuery()), request)
                : client.stream(database, slice.kql(), request);
    }

    @Override
    public boolean next() {
        row.reset();
        if (rows.advance(row)) {
            return true;
        }
        verify();
        return false;
    }

    /** Later rows are behind the cursor; whatever else has changed shows in the state. */
    private void verify() {
        if (!slice.isPart()) {
            return;
        }
        Optional<String> difference = slice.state().difference(SliceState.of(rows.second()));
        if (difference.isPresent()) {
            throw AdxProblem.TABLE_CHANGED
                    .with(slice.table(), difference.get())
                    .withHint("read again, or in one slice with the option numPartitions = 1")
                    .toException();
        }
    }

    @Override
    public InternalRow get() {
        return isCount ? InternalRow.empty() : row.row();
    }

    @Override
    public void close() {
        rows.close();
        client.close();
    }
}
