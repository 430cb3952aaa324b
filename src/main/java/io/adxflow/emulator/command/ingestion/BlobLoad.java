package io.adxflow.emulator.command.ingestion;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.ingest.Packing;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Store;
import io.adxflow.emulator.store.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Stores the data of one file: as it is, compressed with gzip, or the members of a zip archive, one segment each. What a file is
 * packed in is seen from its first bytes, whatever its name says.
 */
record BlobLoad(DataLoad load, Table table, String address) {
    List<Segment> segments(Path file, DataFormat format) throws IOException {
        if (!format.isStream()) {
            return List.of(whole(file, format));
        }
        if (Packing.of(file) == Packing.ZIP) {
            return members(file, format);
        }
        try (InputStream data = load.properties().isGzipOpened() ? Packing.open(file) : Files.newInputStream(file)) {
            return List.of(load.load(data, format, table, address));
        }
    }

    private Segment whole(Path file, DataFormat format) {
        if (format == DataFormat.ORC) {
            return load.load(options -> DataFormat.readOrc(file, options), table, address);
        }
        Store store = load.context().store();
        if (load.properties().mapping(table).isEmpty()) {
            return store.writeParquet(table.schema(), file);
        }
        return load.load(options -> DataFormat.ofRecords(store.readParquet(file), options), table, address);
    }

    private List<Segment> members(Path file, DataFormat format) throws IOException {
        Predicate<String> isWanted = load.properties().archiveMembers();
        List<Segment> segments = new ArrayList<>();
        try (ZipFile archive = new ZipFile(file.toFile())) {
            for (ZipEntry member : (Iterable<ZipEntry>) archive.stream().map(ZipEntry.class::cast)::iterator) {
                if (!member.isDirectory() && isWanted.test(member.getName())) {
                    segments.add(load.load(archive.getInputStream(member), format, table, address));
                }
            }
            return segments;
        } catch (ZipException e) {
            throw new RemoteException("the zip archive is broken: " + e.getMessage(), false, 400, "", e);
        } catch (RuntimeException e) {
            load.context().store().discard(segments);
            throw e;
        }
    }
}
