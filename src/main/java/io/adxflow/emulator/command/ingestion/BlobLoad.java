package io.adxflow.emulator.command.ingestion;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Store;
import io.adxflow.emulator.store.Table;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Stores the data of one file: as it is, compressed with gzip, or the members of a zip archive, one segment each. What a file is
 * packed in is seen from its first bytes, whatever its name says.
 */
record BlobLoad(DataLoad load, Table table, String address) {
    private static final int BUFFER = 1 << 16;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    List<Segment> segments(Path file, DataFormat format) throws IOException {
        if (!format.isStream()) {
            return List.of(whole(file, format));
        }
        if (begins(file, ZIP)) {
            return members(file, format);
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                InputStream data = begins(file, GZIP) ? new GZIPInputStream(raw, BUFFER) : raw) {
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

    private static boolean begins(Path file, byte[] bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(bytes.length), bytes);
        }
    }
}
