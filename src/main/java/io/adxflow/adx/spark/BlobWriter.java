package io.adxflow.adx.spark;

import io.adxflow.adx.client.BlobStore;
import io.adxflow.adx.client.SignedUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.WriterCommitMessage;

/**
 * One attempt of one task: rows go into a compressed file on disk, and the file into a blob that only this attempt
 * writes. An attempt that fails removes what it has uploaded.
 */
final class BlobWriter implements DataWriter<InternalRow> {
    private final BlobStore store;
    private final int container;
    private final SignedUrl url;
    private final String name;
    private final List<WrittenBlob> uploaded = new ArrayList<>();
    private final CsvRow row;
    private final long blobBytes;
    private CsvFile file;

    BlobWriter(CsvLayout layout, BlobStore store, int container, SignedUrl url, String name, long blobBytes) {
        this.store = store;
        this.container = container;
        this.url = url;
        this.name = name;
        this.row = new CsvRow(layout);
        this.blobBytes = blobBytes;
    }

    @Override
    public void write(InternalRow values) throws IOException {
        if (file == null) {
            file = CsvFile.create();
        }
        file.append(row.text(values));
        if (file.bytes() >= blobBytes) {
            upload();
        }
    }

    @Override
    public WriterCommitMessage commit() throws IOException {
        if (file != null) {
            upload();
        }
        return new WrittenBlobs(List.copyOf(uploaded));
    }

    @Override
    public void abort() {
        uploaded.forEach(blob -> store.delete(url.blob(blob.name())));
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.delete();
        }
        store.close();
    }

    private void upload() throws IOException {
        file.finish();
        WrittenBlob blob =
                new WrittenBlob(container, name + "-" + uploaded.size() + ".csv.gz", file.rows(), file.bytes());
        store.put(url.blob(blob.name()), file.path());
        uploaded.add(blob);
        file.delete();
        file = null;
    }
}
