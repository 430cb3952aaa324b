package io.adxflow.adx.spark;

import java.util.List;
import org.apache.spark.sql.connector.write.WriterCommitMessage;

/** What one task has to say when it commits: the files that hold its rows, and no others. */
record WrittenBlobs(List<WrittenBlob> blobs) implements WriterCommitMessage {}
