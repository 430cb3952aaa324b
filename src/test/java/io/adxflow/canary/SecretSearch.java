package io.adxflow.canary;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Searches files and the arguments of processes for the secrets of the tests. */
public final class SecretSearch {
    private static final int CHUNK = 1 << 20;
    private static final int OVERLAP = 1 << 10;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};

    /** What is compiled holds no secret of a run, and the libraries are large. */
    private static final Pattern NOT_SEARCHED = Pattern.compile(".*\\.(jar|so|class)");

    /** Where a secret belongs: the files that users keep them in, and the signed address of a blob that is one. */
    private static final Pattern HOME = Pattern.compile(".*\\.(secrets|pfx|pem|key)|sign-in-.*\\.json|az|tokens");

    private static final Pattern SIGNATURE = Pattern.compile("[?&]sig=[A-Za-z0-9%+/]{20}");

    private final List<String> words = Canary.words();
    private final List<String> found = new ArrayList<>();

    public List<String> found() {
        return List.copyOf(found);
    }

    /** Every file below a folder that is not older than a time, in milliseconds. */
    SecretSearch in(Path folder, long since) {
        try {
            Files.walkFileTree(folder, new Visitor(since));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /** The arguments of this process and of all that it started. */
    public SecretSearch inProcesses() {
        ProcessHandle self = ProcessHandle.current();
        Stream.concat(Stream.of(self), self.descendants()).forEach(this::inArguments);
        return this;
    }

    private void inArguments(ProcessHandle process) {
        try {
            inFile(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (UncheckedIOException failure) {
            if (process.isAlive()) {
                throw failure;
            }
        }
    }

    private void inFile(Path file) {
        try (InputStream bytes = open(file)) {
            byte[] chunk = new byte[CHUNK];
            String tail = "";
            for (int length = bytes.readNBytes(chunk, 0, CHUNK); length > 0; ) {
                String text = tail + new String(chunk, 0, length, StandardCharsets.ISO_8859_1);
                Optional<String> secret = secretIn(text);
                if (secret.isPresent()) {
                    found.add(file + " holds " + secret.get());
                    return;
                }
                tail = text.substring(Math.max(0, text.length() - OVERLAP));
                length = bytes.readNBytes(chunk, 0, CHUNK);
            }
        } catch (NoSuchFileException | AccessDeniedException ofOthers) {
            // Others delete theirs meanwhile, and processes end: what is gone is not left.
            return;
        } catch (EOFException cut) {
            // Somebody still writes it, or never ended: it was searched as far as it goes.
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(GZIP.length);
        boolean isGzip = Arrays.equals(bytes.readNBytes(GZIP.length), GZIP);
        bytes.reset();
        return isGzip ? new GZIPInputStream(bytes) : bytes;
    }

    private Optional<String> secretIn(String text) {
        return words.stream()
                .filter(text::contains)
                .map(word -> around(text, text.indexOf(word)))
                .findFirst()
                .or(() -> SIGNATURE
                        .matcher(text)
                        .results()
                        .map(match -> around(text, match.start()))
                        .findFirst());
    }

    private String around(String text, int position) {
        String piece = text.substring(Math.max(0, position - 60), Math.min(text.length(), position + 60));
        String readable = piece.replaceAll("[^\\x20-\\x7e]", ".");
        for (String word : words) {
            readable = readable.replace(word, "***");
        }
        return "'" + readable + "'";
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final long since;

        private Visitor(long since) {
            this.since = since;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            boolean wanted = attributes.isRegularFile()
                    && attributes.lastModifiedTime().toMillis() >= since
                    && !NOT_SEARCHED.matcher(name).matches()
                    && !HOME.matcher(name).matches();
            if (wanted) {
                inFile(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** Folders of other users of the machine, and those that are deleted meanwhile. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
