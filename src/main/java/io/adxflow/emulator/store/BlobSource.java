package io.adxflow.emulator.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the commands need of the emulator's blob, queue and table storage. */
public interface BlobSource {
    /** The file that holds a blob of this emulator, or nothing when the locator names none. */
    Optional<Path> blob(String locator);

    /** What {@code .show ingestion resources} lists, in order. */
    List<IngestionResource> ingestionResources();

    /** What {@code .show export containers} lists: container addresses with their access signature. */
    List<String> exportContainers();
}
