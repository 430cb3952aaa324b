package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxProblem;
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
    private final List<AdxColumn> columns;
    private final AdxClient client;

    private AdxStream(AdxCluster cluster, RowLocalQuery query, AdxOptions request, List<AdxColumn> columns) {
        this.cluster = cluster;
        this.query = query;
        this.request = request;
        this.columns = columns;
        this.client = AdxClient.connect(cluster);
    }

    /** @throws io.adxflow.base.diagnostic.UserException if the query compares rows, as later rows would change its result */
    static AdxStream of(AdxCluster cluster, String kql, AdxOptions request, List<AdxColumn> columns) {
        RowLocalQuery query = Kql.rowLocal(new SourceText(AdxOption.QUERY, kql))
                .orElseThrow(() -> AdxProblem.NOT_A_STREAM.with().toException());
        return new AdxStream(cluster, query, request, columns);
    }

    /** Everything that is there already. Rows that no cursor finds would never come, so there must be none. */
    @Override
    public Offset initialOffset() {
        String undated = table() + " | where isnull(ingestion_time()) | count";
        long rows = client.query(cluster.database(), undated, AdxOptions.none()).number(0, "Count");
        if (rows > 0) {
            throw AdxProblem.UNDATED_ROWS
                    .with(rows, query.table())
                    .withHint(".alter table " + table() + " policy ingestiontime true, before the rows are ingested")
                    .toException();
        }
        return CursorOffset.BEGINNING;
    }

    /** The query names the table, so that the node that answers has seen what was ingested into it. */
    @Override
    public Offset latestOffset() {
        String current = "print Cursor = cursor_current(), Known = toscalar(" + table() + " | take 1 | count)";
        return new CursorOffset(
                client.query(cluster.database(), current, AdxOptions.none()).text(0, "Cursor"));
    }

    private String table() {
        return Quoted.name(query.table());
    }

    @Override
    public InputPartition[] planInputPartitions(Offset start, Offset end) {
        CursorOffset after = (CursorOffset) start;
        String upTo = "cursor_before_or_at(" + Quoted.string(((CursorOffset) end).cursor()) + ")";
        String from = after.isBeginning() ? "" : "cursor_after(" + Quoted.string(after.cursor()) + ") and ";
        return new InputPartition[] {Slice.whole(query.over("where " + from + upTo))};
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return SliceReaderFactory.of(ClusterTicket.of(cluster), request, columns);
    }

    @Override
    public Offset deserializeOffset(String json) {
        return CursorOffset.of(json);
    }

    /** ADX keeps no account of readers. */
    @Override
    public void commit(Offset end) {}

    @Override
    public void stop() {
        client.close();
    }
}
