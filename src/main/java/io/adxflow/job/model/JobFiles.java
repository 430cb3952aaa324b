package io.adxflow.job.model;

import io.adxflow.base.diagnostic.SourceText;
import java.util.Optional;

/** Where job and environment files are read from: the disk of this machine, or what a cluster's file system reaches. */
public interface JobFiles {
    /**
     * A file's text, named by its location.
     *
     * @throws io.adxflow.base.diagnostic.UserException when there is no such file, or it cannot be read as text
     */
    SourceText read(String location);

    /** Whether there is a file or folder; empty when that cannot be known from here. */
    Optional<Boolean> exists(String location);
}
