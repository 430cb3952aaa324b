package io.adxflow.emulator.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A blob as a file of this machine.
 *
 * @param isFetched whether the file was made for this one use; closing deletes it then
 */
public record LocalBlob(Path file, boolean isFetched) implements Closeable {
    @Override
    public void close() throws IOException {
        if (isFetched) {
            Files.deleteIfExists(file);
        }
    }
}
