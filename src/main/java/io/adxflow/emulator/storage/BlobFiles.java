package io.adxflow.emulator.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The blobs of one container, a folder for each: {@code name}, {@code content} and, while it is being made, {@code blocks}. A
 * blob is there when its content is, as a whole; nothing is ever held in memory.
 */
final class BlobFiles {
    private final Path directory;

    BlobFiles(Path directory) {
        this.directory = directory;
    }

    /** Stores a blob, in place of one of the same name. */
    void put(String blob, InputStream content) throws IOException {
        Path folder = folder(blob);
        Path fresh = upload(folder, content);
        publish(folder, blob, fresh);
    }

    void putBlock(String blob, String block, InputStream content) throws IOException {
        Path folder = folder(blob);
        Path blocks = Files.createDirectories(folder.resolve("blocks"));
        Files.move(upload(folder, content), blocks.resolve(hash(block)), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes a blob of its blocks; those that the list does not name are dropped. */
    void putBlockList(String blob, List<String> ids) throws IOException {
        Path folder = folder(blob);
        Path blocks = Files.createDirectories(folder.resolve("blocks"));
        Path fresh = folder.resolve(UUID.randomUUID() + ".part");
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (String id : ids) {
                append(out, blocks.resolve(hash(id)));
            }
            out.force(true);
        } catch (IOException | StorageException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        publish(folder, blob, fresh);
        deleteAll(blocks);
    }

    /** The file with the content of a blob. */
    Optional<Path> find(String blob) {
        Path content = directory.resolve(hash(blob)).resolve("content");
        return Files.isRegularFile(content) ? Optional.of(content) : Optional.empty();
    }

    /** Names that begin so, in order. */
    List<String> list(String prefix) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> folders = Files.list(directory)) {
            for (Path folder : (Iterable<Path>) folders::iterator) {
                if (Files.isRegularFile(folder.resolve("content"))) {
                    names.add(Files.readString(folder.resolve("name")));
                }
            }
        }
        return names.stream().filter(name -> name.startsWith(prefix)).sorted().toList();
    }

    boolean delete(String blob) throws IOException {
        boolean found = find(blob).isPresent();
        deleteAll(directory.resolve(hash(blob)));
        return found;
    }

    /** Drops what nobody has touched since, half made blobs included. */
    void dropOlderThan(Instant time) throws IOException {
        try (Stream<Path> folders = Files.list(directory)) {
            for (Path folder : (Iterable<Path>) folders::iterator) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(time)) {
                    deleteAll(folder);
                }
            }
        }
    }

    private Path folder(String blob) throws IOException {
        return Files.createDirectories(directory.resolve(hash(blob)));
    }

    private static Path upload(Path folder, InputStream content) throws IOException {
        Path part = folder.resolve(UUID.randomUUID() + ".part");
        try {
            Files.copy(content, part);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        return part;
    }

    private static void publish(Path folder, String blob, Path fresh) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.writeString(folder.resolve("name"), blob);
        Files.move(fresh, folder.resolve("content"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void append(FileChannel out, Path block) throws IOException {
        if (!Files.isRegularFile(block)) {
            throw new StorageException(400, "InvalidBlockList", "The specified block list is invalid.");
        }
        try (FileChannel in = FileChannel.open(block, StandardOpenOption.READ)) {
            long size = in.size();
            for (long done = 0; done < size; ) {
                done += in.transferTo(done, size - done, out);
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Names hold slashes and may be longer than the names of files. */
    private static String hash(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
