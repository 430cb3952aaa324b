package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOperations;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxProblem;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import io.adxflow.adx.client.SignedUrl;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the files of one epoch of a stream visible, all at once and once. They are ingested into a table of their own
 * whose extents then move; the tag that they carry says that it was done, so an epoch that Spark repeats after a failure
 * is seen. Whoever commits first drops the tables of earlier attempts: a driver that was thought dead has nothing left to
 * move.
 */
final class EpochCommit {
    private static final Logger LOG = LoggerFactory.getLogger(EpochCommit.class);
    private static final String ANY_CREATION_TIME =
            "extentCreatedOnFrom=datetime(1970-01-01), extentCreatedOnTo=datetime(2200-01-01)";

    private final AdxClient client;
    private final AdxWriteOptions options;
    private final List<AdxColumn> columns;
    private final List<SignedUrl> containers;
    private final String prefix;
    private final String query;
    private final long epoch;

    /** @param query the id of the stream, which stays the same when it is started again */
    EpochCommit(
            AdxClient client,
            AdxWriteOptions options,
            List<AdxColumn> columns,
            List<SignedUrl> containers,
            String query,
            long epoch) {
        this.client = client;
        this.options = options;
        this.columns = columns;
        this.containers = containers;
        this.prefix = "adxflow_stream_" + query.replace('-', '_') + "_";
        this.query = query;
        this.epoch = epoch;
    }

    /**
     * @throws io.adxflow.base.diagnostic.UserException if the table holds a later epoch: the checkpoint is an old one
     * @throws RemoteException if the epoch is not visible, or nobody knows; it may be committed again
     */
    void commit(List<WrittenBlob> blobs) {
        EpochTags tags = visible();
        if (dropEarlierAttempts()) {
            tags = visible();
        }
        if (blobs.isEmpty() || tags.contains(epoch)) {
            return;
        }
        String staging = prefix + options.requestId().replaceAll("\\W", "_");
        client.command(database(), ".create table " + Quoted.name(staging) + " (" + schema() + ")");
        new BlobIngestion(client, options.into(staging, EpochTags.name(query, epoch)), containers).ingest(blobs);
        verify(staging, blobs);
        move(staging);
        drop(staging);
        dropTags(tags.before(epoch));
    }

    /** The epochs of this stream in the table, none of which may be a later one. */
    private EpochTags visible() {
        EpochTags tags = EpochTags.of(query, client, database(), options.table());
        if (tags.latest().isPresent() && tags.latest().getAsLong() > epoch) {
            throw AdxProblem.STALE_CHECKPOINT
                    .with(options.table(), tags.latest().getAsLong(), epoch)
                    .withHint("the checkpoint was set back, or a copy of it is in use; start the stream with a new one")
                    .toException();
        }
        return tags;
    }

    /**
     * Spark repeats no epoch before the one that it commits, so the tags of earlier ones have served. The latest stays: it
     * tells a repeated epoch, and a driver that comes back late.
     */
    private void dropTags(List<String> tags) {
        if (tags.isEmpty()) {
            return;
        }
        String list = tags.stream().map(Quoted::string).collect(Collectors.joining(", "));
        try {
            client.command(database(), ".drop table " + Quoted.name(options.table()) + " extent tags (" + list + ")");
        } catch (RemoteException | UserException e) {
            LOG.warn("tags of earlier epochs stay on '{}': {}", options.table(), e.getMessage());
        }
    }

    private String database() {
        return options.cluster().database();
    }

    /** Whether there were any, one of which may have committed a moment ago. */
    private boolean dropEarlierAttempts() {
        String command =
                ".show tables | where TableName startswith_cs " + Quoted.string(prefix) + " | project TableName";
        AdxResult tables = client.repeatableCommand(database(), command);
        for (int row = 0; row < tables.rows().size(); row++) {
            drop(tables.text(row, "TableName"));
        }
        return !tables.isEmpty();
    }

    private void drop(String table) {
        client.command(database(), ".drop table " + Quoted.name(table) + " ifexists");
    }

    private String schema() {
        return columns.stream()
                .map(column -> Quoted.name(column.name()) + ":" + column.type().kql())
                .collect(Collectors.joining(", "));
    }

    private void verify(String staging, List<WrittenBlob> blobs) {
        long written = blobs.stream().mapToLong(WrittenBlob::rows).sum();
        long found = client.query(database(), Quoted.name(staging) + " | count", AdxOptions.none())
                .number(0, "Count");
        if (found != written) {
            throw failed("its table holds " + found + " rows of the " + written + " that Spark wrote");
        }
    }

    private void move(String staging) {
        String command = ".move async extents to table " + Quoted.name(options.table())
                + " with (setNewIngestionTime=true, " + ANY_CREATION_TIME + ") <| .show table " + Quoted.name(staging)
                + " extents";
        AdxOperations.End end =
                AdxOperations.of(client, database()).await(client.command(database(), command), options.timeout());
        if (!end.isCompleted()) {
            throw failed(end.text());
        }
    }

    private RemoteException failed(String reason) {
        String text = "the epoch " + epoch + " of the stream " + query + " was not moved into '" + options.table()
                + "': " + reason;
        return new RemoteException(text, false, 0, "", null);
    }
}
