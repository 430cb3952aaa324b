package io.adxflow.packaged;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * What a Databricks cluster has for {@code /Volumes}: a file system of Hadoop's that the calls of the JVM do not see. Its
 * files are in a folder of this machine.
 */
public final class VolumesFileSystem extends RawLocalFileSystem {
    static final String ROOT = "fs.dbfs.root";

    private String root = "";

    @Override
    public void initialize(URI name, Configuration configuration) throws IOException {
        root = configuration.get(ROOT);
        super.initialize(name, configuration);
    }

    @Override
    public URI getUri() {
        return URI.create("dbfs:///");
    }

    @Override
    public String getScheme() {
        return "dbfs";
    }

    @Override
    public File pathToFile(Path path) {
        return new File(root, path.toUri().getPath());
    }

    /** By the name that was asked for, and not by that of this machine. */
    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        FileStatus status = super.getFileStatus(path);
        status.setPath(path.makeQualified(getUri(), getWorkingDirectory()));
        return status;
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        FileStatus status = getFileStatus(path);
        return status.isFile() ? new FileStatus[] {status} : super.listStatus(path);
    }
}
