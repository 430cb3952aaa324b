package io.adxflow.emulator.ingest;

import io.adxflow.emulator.store.Store;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a file of any format that is no archive of several. */
public record SingleFile(Store store, Path path) {
    /** @throws IllegalArgumentException when the mapping is for another kind of format */
    public ClosableRows rows(DataFormat format, RowOptions options) throws IOException {
        return switch (format) {
            case ORC -> DataFormat.readOrc(path, options);
            case PARQUET -> DataFormat.ofRecords(store.readParquet(path), options);
            default -> {
                if (Packing.of(path) == Packing.ZIP) {
                    throw new IOException("it is a zip archive, which is opened by ingestion alone");
                }
                yield format.read(Packing.open(path), options);
            }
        };
    }
}
