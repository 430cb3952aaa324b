package io.adxflow.adx.spark;

import io.adxflow.adx.client.BlobStore;
import io.adxflow.adx.client.SignedUrl;
import io.adxflow.base.diagnostic.RemoteException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one task has to say when it commits: the files that hold its rows, and no others. */
record WrittenBlobs(List<WrittenBlob> blobs) implements WriterCommitMessage {
    private static final Logger LOG = LoggerFactory.getLogger(WrittenBlobs.class);

    /** The files of all tasks that spoke; one that did not is null. */
    static List<WrittenBlob> of(WriterCommitMessage[] messages) {
        return Arrays.stream(messages)
                .filter(Objects::nonNull)
                .flatMap(message -> ((WrittenBlobs) message).blobs().stream())
                .toList();
    }

    /** What cannot be removed now is removed by the service, which keeps these containers for a few days only. */
    static void delete(List<WrittenBlob> blobs, List<SignedUrl> containers) {
        try (BlobStore store = BlobStore.open()) {
            for (WrittenBlob blob : blobs) {
                store.delete(containers.get(blob.container()).blob(blob.name()));
            }
        } catch (RemoteException e) {
            LOG.warn("uploaded files stay until ADX removes them: {}", e.getMessage());
        }
    }
}
