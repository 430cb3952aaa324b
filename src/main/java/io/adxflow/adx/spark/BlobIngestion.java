package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxOperations;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import io.adxflow.adx.client.SignedUrl;
import io.adxflow.base.diagnostic.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Ingests uploaded files, in commands of at most one gigabyte, as
 * <a href="https://learn.microsoft.com/kusto/management/data-ingestion/ingest-from-storage">.ingest into</a> advises. Each
 * command has a tag of its own, by which ADX refuses it a second time and by which its rows can be counted.
 */
final class BlobIngestion {
    /** What the tags of all commands begin with. */
    static final String TAG = "adxflow-";

    static final String TAG_KIND = "ingest-by:";

    private static final long BYTES_PER_COMMAND = 1L << 30;
    private static final long SMALL_COMMAND = 16L << 20;
    private static final int COMMANDS_AT_ONCE = 4;
    private static final int BLOBS_PER_COMMAND = 500;
    private static final int ATTEMPTS = 4;

    private final AdxClient client;
    private final AdxWriteOptions options;
    private final List<SignedUrl> containers;
    private final AdxOperations operations;

    BlobIngestion(AdxClient client, AdxWriteOptions options, List<SignedUrl> containers) {
        this.client = client;
        this.options = options;
        this.containers = containers;
        this.operations = AdxOperations.of(client, options.cluster().database());
    }

    /**
     * Several commands are under way at once; all of them have ended when this returns or throws.
     *
     * @throws RemoteException if a command failed, or nobody can say whether it ran once
     */
    void ingest(List<WrittenBlob> blobs) {
        List<List<WrittenBlob>> chunks = chunks(blobs);
        ExecutorService senders = Executors.newFixedThreadPool(COMMANDS_AT_ONCE);
        try {
            List<CompletableFuture<Void>> commands = IntStream.range(0, chunks.size())
                    .mapToObj(number -> CompletableFuture.runAsync(() -> ingest(chunks.get(number), number), senders))
                    .toList();
            CompletableFuture.allOf(commands.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : e;
        } finally {
            senders.shutdown();
        }
    }

    /** The tag of one of the commands of a write. */
    static String tag(String requestId, int number) {
        return TAG + requestId + "-" + number;
    }

    static List<List<WrittenBlob>> chunks(List<WrittenBlob> blobs) {
        long all = blobs.stream().mapToLong(WrittenBlob::bytes).sum();
        long most = Math.min(BYTES_PER_COMMAND, Math.max(SMALL_COMMAND, all / COMMANDS_AT_ONCE));
        List<List<WrittenBlob>> chunks = new ArrayList<>();
        List<WrittenBlob> chunk = new ArrayList<>();
        long bytes = 0;
        for (WrittenBlob blob : blobs) {
            boolean full = bytes + blob.bytes() > most || chunk.size() == BLOBS_PER_COMMAND;
            if (full && !chunk.isEmpty()) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
            chunk.add(blob);
            bytes += blob.bytes();
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    /** A command without an answer may have run. It is sent again under its tag, and then its rows are counted. */
    private void ingest(List<WrittenBlob> chunk, int number) {
        String tag = tag(options.requestId(), number);
        String command = command(chunk, tag);
        for (int attempt = 1; ; attempt++) {
            try {
                runOnce(command, number, attempt);
                if (attempt > 1) {
                    verify(chunk, tag);
                }
                return;
            } catch (RemoteException failure) {
                if (!failure.isRetryable() || attempt == ATTEMPTS) {
                    throw failure;
                }
                client.pauseAfter(attempt, failure);
            }
        }
    }

    private void runOnce(String command, int number, int attempt) {
        AdxOptions named = AdxOptions.none().withRequestId(options.requestId() + ";" + number + ";" + attempt);
        AdxResult started = client.command(options.cluster().database(), command, named);
        AdxOperations.End end = operations.await(started, options.timeout());
        boolean alreadyThere = attempt > 1 && end.state().equals("Skipped");
        if (!end.isCompleted() && !alreadyThere) {
            String text = "ADX did not ingest into '" + options.table() + "': " + end.text();
            throw new RemoteException(text, end.isThrottled(), 0, "", null);
        }
    }

    /** A command brings all rows or none. Extents of several commands may have been merged, and then hold the rows of others too. */
    private void verify(List<WrittenBlob> chunk, String tag) {
        String command = ".show table " + Quoted.name(options.table()) + " extents where tags has "
                + Quoted.string(TAG_KIND + tag);
        AdxResult extents = client.repeatableCommand(options.cluster().database(), command);
        long found = LongStream.range(0, extents.rows().size())
                .map(row -> extents.number((int) row, "RowCount"))
                .sum();
        long expected = chunk.stream().mapToLong(WrittenBlob::rows).sum();
        if (isMerged(extents) ? found < expected : found != expected) {
            String text = "after an answer was lost, the table '" + options.table() + "' holds " + found
                    + " rows of the " + expected + " that were sent under the tag " + TAG_KIND + tag;
            throw new RemoteException(text, false, 0, "", null);
        }
    }

    private static boolean isMerged(AdxResult extents) {
        return IntStream.range(0, extents.rows().size())
                .mapToObj(row -> extents.text(row, "Tags"))
                .anyMatch(tags -> tags.indexOf(TAG_KIND) != tags.lastIndexOf(TAG_KIND));
    }

    private String command(List<WrittenBlob> chunk, String tag) {
        String sources = chunk.stream()
                .map(blob -> containers.get(blob.container()).blob(blob.name()))
                .map(url -> "h" + Quoted.string(url.reveal()))
                .collect(Collectors.joining(", "));
        return ".ingest async into table " + Quoted.name(options.table()) + " (" + sources
                + ") with (format='csv', tags='[\"" + TAG_KIND + tag + "\"]', ingestIfNotExists='[\"" + tag + "\"]')";
    }
}
