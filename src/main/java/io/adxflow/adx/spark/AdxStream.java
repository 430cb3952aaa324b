package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxProblem;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.kql.Kql;
import io.adxflow.kql.language.RowLocalQuery;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;

/**
 * The rows of a table as they come, by <a
 * href="https://learn.microsoft.com/kusto/management/database-cursor">database cursor</a>: a batch is what was ingested
 * after one cursor and up to another, and the same two give the same rows again.
 */
final class AdxStream implements MicroBatchStream {
    private final AdxCluster cluster;
    private final RowLocalQuery query;
    private final AdxOptions request;
    private final List<ReadColumn> columns;
    private final AdxClient client;
    private CursorOffset restarted = new CursorOffset("", "");

    private AdxStream(AdxCluster cluster, RowLocalQuery query, AdxOptions request, List<ReadColumn> columns) {
        this.cluster = cluster;
        this.query = query;
        this.request = request;
        this.columns = columns;
        this.client = AdxClient.connect(cluster);
    }

    /** @throws io.adxflow.base.diagnostic.UserException if the query compares rows, as later rows would change its result */
    static AdxStream of(AdxCluster cluster, String kql, AdxOptions request, List<ReadColumn> columns) {
        RowLocalQuery query = Kql.rowLocal(new SourceText(AdxOption.QUERY, kql))
                .orElseThrow(() -> AdxProblem.NOT_A_STREAM.with().toException());
        return new AdxStream(cluster, query, request, columns);
    }

    /** Everything that is there already. */
    @Override
    public Offset initialOffset() {
        return new CursorOffset("", tableId());
    }

    /**
     * The query names the table, so that the node that answers has seen what was ingested into it. Rows that no cursor finds
     * would never come, so there must be none.
     */
    @Override
    public Offset latestOffset() {
        String kql = "print Cursor = cursor_current(), Undated = toscalar(" + table()
                + " | where isnull(ingestion_time()) | count)";
        AdxResult moment = client.query(cluster.database(), kql, AdxOptions.none());
        requireDated(moment.number(0, "Undated"));
        CursorOffset latest = new CursorOffset(moment.text(0, "Cursor"), tableId());
        if (restarted.isAheadOf(latest)) {
            throw AdxProblem.CURSOR_AHEAD
                    .with(restarted.cursor(), latest.cursor())
                    .withHint("the database was set back; start the stream with a new checkpoint")
                    .toException();
        }
        return latest;
    }

    private void requireDated(long undated) {
        if (undated > 0) {
            throw AdxProblem.UNDATED_ROWS
                    .with(undated, query.table())
                    .withHint(".alter table " + table() + " policy ingestiontime true, before the rows are ingested")
                    .toException();
        }
    }

    /** What tells the table from a later one of the same name, and from its namesakes in other databases. */
    private String tableId() {
        AdxResult details = client.repeatableCommand(
                cluster.database(),
                ".show tables details | where TableName == " + Quoted.string(query.table()) + " | project TableId");
        if (details.isEmpty()) {
            throw AdxProblem.NO_SUCH_ENTITY
                    .with("the table '" + query.table() + "'")
                    .toException();
        }
        return details.text(0, "TableId");
    }

    private String table() {
        return Quoted.name(query.table());
    }

    @Override
    public InputPartition[] planInputPartitions(Offset start, Offset end) {
        CursorOffset after = (CursorOffset) start;
        requireSameTable((CursorOffset) end);
        String upTo = "cursor_before_or_at(" + Quoted.string(((CursorOffset) end).cursor()) + ")";
        String from = after.isBeginning() ? "" : "cursor_after(" + Quoted.string(after.cursor()) + ") and ";
        return new InputPartition[] {Slice.whole(query.over("where " + from + upTo))};
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new SliceReaderFactory(ClusterTicket.of(cluster), request, columns);
    }

    @Override
    public Offset deserializeOffset(String json) {
        CursorOffset offset = CursorOffset.of(json);
        requireSameTable(offset);
        restarted = offset.isAheadOf(restarted) ? offset : restarted;
        return offset;
    }

    private void requireSameTable(CursorOffset offset) {
        if (!offset.isOf(tableId())) {
            throw AdxProblem.OTHER_TABLE
                    .with(query.table())
                    .withHint("it was dropped and made again, or the checkpoint belongs to another database; start the"
                            + " stream with a new checkpoint")
                    .toException();
        }
    }

    /** ADX keeps no account of readers. */
    @Override
    public void commit(Offset end) {}

    @Override
    public void stop() {
        client.close();
    }
}
