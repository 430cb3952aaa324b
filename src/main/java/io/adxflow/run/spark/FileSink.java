package io.adxflow.run.spark;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.job.model.WriteMode;
import io.adxflow.run.commit.StagingNames;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A folder of files as a sink. Spark writes into a folder beside it, which takes its place by renaming; so a run that
 * fails leaves the sink as it was. Appending moves one file after the other, and a reader may see some of them first.
 */
final class FileSink {
    private final FileSystem files;
    private final Path folder;
    private final Path staging;
    private final Path former;
    private final StagingNames names;

    private FileSink(FileSystem files, Path folder, StagingNames names) {
        this.files = files;
        this.folder = folder;
        this.names = names;
        this.staging = new Path(folder.getParent(), names.folderPrefix() + names.owner() + "-" + folder.getName());
        this.former = new Path(folder.getParent(), names.formerPrefix() + names.owner() + "-" + folder.getName());
    }

    static FileSink at(String location, StagingNames names, Configuration hadoop) {
        try {
            FileSystem files = new Path(location).getFileSystem(hadoop);
            return new FileSink(files, files.makeQualified(new Path(location)), names);
        } catch (IOException failure) {
            throw failed("opening " + location, failure);
        }
    }

    /** Removes what killed runs left; what one had set aside without putting anything in its place goes back. */
    void sweep() {
        try {
            if (!files.exists(folder.getParent())) {
                return;
            }
            for (FileStatus found : siblings(names.formerPrefix())) {
                if (!files.exists(folder)) {
                    rename(found.getPath(), folder);
                } else {
                    files.delete(found.getPath(), true);
                }
            }
            for (FileStatus found : siblings(names.folderPrefix())) {
                files.delete(found.getPath(), true);
            }
        } catch (IOException failure) {
            throw failed("sweeping " + folder.getParent(), failure);
        }
    }

    void stage(Dataset<Row> rows, String format, Map<String, String> options) {
        rows.write().format(format).options(options).mode("errorifexists").save(staging.toString());
    }

    void publish(WriteMode mode) {
        try {
            if (mode == WriteMode.REPLACE || !files.exists(folder)) {
                replace();
            } else {
                append();
            }
        } catch (IOException failure) {
            throw failed("writing " + folder, failure);
        }
    }

    void clean() {
        try {
            files.delete(staging, true);
        } catch (IOException failure) {
            throw failed("removing " + staging, failure);
        }
    }

    private void replace() throws IOException {
        if (files.exists(folder)) {
            rename(folder, former);
        }
        rename(staging, folder);
        files.delete(former, true);
    }

    private void append() throws IOException {
        for (FileStatus file : files.listStatus(staging)) {
            String name = file.getPath().getName();
            if (file.isFile() && !name.startsWith("_") && !name.startsWith(".")) {
                rename(file.getPath(), new Path(folder, name));
            }
        }
        files.delete(staging, true);
    }

    private List<FileStatus> siblings(String prefix) throws IOException {
        return Arrays.stream(files.listStatus(folder.getParent()))
                .filter(status -> status.getPath().getName().startsWith(prefix))
                .filter(status -> status.getPath().getName().endsWith("-" + folder.getName()))
                .toList();
    }

    private void rename(Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException("cannot rename " + from + " to " + to);
        }
    }

    private static RemoteException failed(String doing, IOException failure) {
        return new RemoteException(doing + " failed: " + failure.getMessage(), false, 0, "", failure);
    }
}
