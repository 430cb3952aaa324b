package io.adxflow.job.model;

import java.io.IOException;

/** Files that can be written, too: what a run leaves for others goes where its job came from. */
public interface WritableFiles extends JobFiles {
    /**
     * Writes a text as UTF-8, in place of what is there.
     *
     * @throws IOException when the folder is missing, the place is not writable, or the file system is unknown here
     */
    void write(String location, String text) throws IOException;
}
