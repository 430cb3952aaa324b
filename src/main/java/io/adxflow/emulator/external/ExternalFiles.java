package io.adxflow.emulator.external;

import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.ingest.Mapping;
import io.adxflow.emulator.ingest.RowOptions;
import io.adxflow.emulator.ingest.SingleFile;
import io.adxflow.emulator.ingest.UnevenRecords;
import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.ExternalFile;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.ListedBlob;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.NoBlobException;
import io.adxflow.emulator.store.OpenRows;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.language.ExternalDataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The files of external tables. They are looked for where ingestion may read and exports may write, and nowhere else.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/external-tables-azure-storage#file-filtering-logic">File filtering
 *     logic</a>
 */
public record ExternalFiles(BlobSource blobs, Store store) {
    /** @throws ExternalDataException when a place cannot be read */
    public List<ExternalFile> of(ExternalTable table) {
        PathFormat format = PathFormat.of(table);
        Set<String> folders = new HashSet<>();
        List<ExternalFile> files = new ArrayList<>();
        for (String place : table.places()) {
            for (ListedBlob blob : listed(place, format.prefix())) {
                if (isWanted(table, blob.path())) {
                    boolean isFirst = folders.add(place + blob.path().replaceFirst("[^/]*$", ""));
                    boolean isHeaded = isHeaded(table, isFirst);
                    format.values(blob.path())
                            .map(values -> new ExternalFile(blob.locator(), blob.bytes(), isHeaded, values))
                            .ifPresent(files::add);
                }
            }
        }
        return files;
    }

    private static boolean isHeaded(ExternalTable table, boolean isFirst) {
        return switch (table.option("includeHeaders").toLowerCase(Locale.ROOT)) {
            case "all" -> true;
            case "firstfile" -> isFirst;
            default -> false;
        };
    }

    private List<ListedBlob> listed(String place, String prefix) {
        try {
            return blobs.list(place, prefix);
        } catch (NoBlobException e) {
            throw refused(place.split("[?;]", 2)[0], e);
        }
    }

    private static boolean isWanted(ExternalTable table, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith(table.option("namePrefix")) && name.endsWith(table.option("fileExtension"));
    }

    /** Brings a file to this machine. */
    public LocalBlob fetch(ExternalFile file) {
        try {
            return blobs.blob(file.locator());
        } catch (NoBlobException e) {
            throw refused(file.address(), e);
        }
    }

    private static ExternalDataException refused(String address, NoBlobException e) {
        return e.reason() == NoBlobException.Reason.NOT_ALLOWED
                ? new ExternalDataException(
                        address,
                        "nothing is read from " + e.getMessage(),
                        "to allow it: adxflow emulator start --ingest-from PLACE")
                : new ExternalDataException(address, e.getMessage(), "");
    }

    /**
     * The rows of a file that was fetched, with the columns that files of the table have.
     *
     * @param mapping the name of one of the table, or an empty text
     */
    public OpenRows open(ExternalTable table, String mapping, ExternalFile file, LocalBlob blob) {
        String address = file.address();
        try {
            RowOptions options = new RowOptions(
                    table.columns(), mapping(table, mapping), file.isHeaded(), UnevenRecords.KEEP, address);
            return new SingleFile(store, blob.file())
                    .rows(DataFormat.named(table.format()).orElseThrow(), options);
        } catch (IllegalArgumentException | IOException e) {
            throw new ExternalDataException(address, e.getMessage(), "");
        }
    }

    private static Optional<Mapping> mapping(ExternalTable table, String name) {
        return Optional.ofNullable(table.mappings().get(name)).map(json -> Mapping.read(json, table.columns()));
    }
}
