package io.adxflow.emulator.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which hosts and folders data may be read from. Commands come from whoever reaches the emulator, so without it they could make it
 * read everything that its user can.
 */
final class AllowedSources {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final List<Pattern> hosts;
    private final List<Path> folders;

    /** @param sources see {@link StorageOptions#sources} */
    AllowedSources(List<String> sources, Path exports) {
        this.hosts = sources.stream()
                .filter(source -> !source.startsWith("/"))
                .map(AllowedSources::pattern)
                .toList();
        this.folders = Stream.concat(
                        Stream.of(exports),
                        sources.stream()
                                .filter(source -> source.startsWith("/"))
                                .map(Path::of))
                .map(path -> path.toAbsolutePath().normalize())
                .toList();
    }

    boolean hasHost(String host) {
        String folded = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.matcher(folded).matches()
                || hosts.stream().anyMatch(pattern -> pattern.matcher(folded).matches());
    }

    /** Whether a file that exists lies in an allowed folder, wherever links lead. */
    boolean hasFile(Path file) throws IOException {
        Path real = file.toRealPath();
        for (Path folder : folders) {
            if (folder.toFile().isDirectory() && real.startsWith(folder.toRealPath())) {
                return true;
            }
        }
        return false;
    }

    private static Pattern pattern(String source) {
        return Pattern.compile(Stream.of(source.toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]*")));
    }
}
