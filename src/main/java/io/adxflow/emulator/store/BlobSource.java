package io.adxflow.emulator.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the commands need of the emulator's blob, queue and table storage. */
public interface BlobSource {
    /**
     * The data at an address: of this emulator's own storage, of another one that may be read, or a file of a folder that may.
     *
     * @throws NoBlobException when there is none, or none that may be read
     * @throws io.adxflow.base.diagnostic.RemoteException when another storage does not answer
     */
    LocalBlob blob(String locator);

    /**
     * The blobs of a container, or those below a folder, whose paths begin so; in the order of their paths.
     *
     * @param place address of the container or folder, with its signature
     * @param prefix of the path below it
     * @throws NoBlobException when there is no such place, or none that may be read
     * @throws io.adxflow.base.diagnostic.RemoteException when another storage does not answer
     */
    List<ListedBlob> list(String place, String prefix);

    /** The same address, for keeping: what gives access is readable to this storage only. */
    String seal(String locator);

    /** What {@code .show ingestion resources} lists, in order. */
    List<IngestionResource> ingestionResources();

    /** What a client of this name carries into the queue, to say who it is. */
    String identityToken(String principal);

    /** What {@code .show export containers} lists: container addresses with their access signature. */
    List<String> exportContainers();

    /**
     * Stores a file that was exported: as a blob of a container of this emulator or, with its shared access signature, of
     * another storage; or in a folder that exports may use.
     *
     * @param place address of the container or folder, with its signature
     * @param name below it; may hold slashes
     * @return the address of what was stored; nothing when the place cannot be written to
     * @throws io.adxflow.base.diagnostic.RemoteException when the disk or the other storage does not take it
     */
    Optional<String> export(String place, String name, Path file);

    /** The folder that exports may use. */
    Path exportFolder();
}
