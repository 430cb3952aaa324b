package io.adxflow.emulator.storage;

import static io.adxflow.emulator.store.NoBlobException.Reason.ABSENT;
import static io.adxflow.emulator.store.NoBlobException.Reason.FORBIDDEN;
import static io.adxflow.emulator.store.NoBlobException.Reason.NOT_ALLOWED;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.RestClient;
import io.adxflow.emulator.account.StorageXml;
import io.adxflow.emulator.store.ListedBlob;
import io.adxflow.emulator.store.NoBlobException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists the blobs of a place: of a container of this storage, of one elsewhere whose address lets us, or the files of a folder.
 *
 * @param exports relative folders are below it, as they are for exports
 */
record BlobListing(Containers containers, BlobLocator locator, AllowedSources allowed, Path exports) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Map<String, String> HEADERS = Map.of("x-ms-version", "2020-10-02");
    /** Hosts whose paths begin with the name of an account. */
    private static final Pattern NUMERIC = Pattern.compile("localhost|\\d+(\\.\\d+){3}|\\[.*]");

    List<ListedBlob> list(String place, String prefix, boolean isOurAccount) {
        try {
            Optional<BlobFiles> container = locator.containerOfFolder(place).flatMap(containers::find);
            if (container.isPresent()) {
                return ofContainer(container.get(), place, prefix);
            }
            return place.matches("(?is)https?://.*") ? elsewhere(place, prefix, isOurAccount) : ofFolder(place, prefix);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + address(place), e);
        }
    }

    private List<ListedBlob> ofContainer(BlobFiles files, String place, String prefix) throws IOException {
        String folder = locator.folder(place);
        List<ListedBlob> found = new ArrayList<>();
        for (String name : files.list(folder + prefix)) {
            Optional<Path> content = files.find(name);
            if (content.isPresent()) {
                add(found, place, name.substring(folder.length()), Files.size(content.get()));
            }
        }
        return found;
    }

    private static void add(List<ListedBlob> found, String place, String path, long bytes) {
        if (bytes > 0) {
            String address = address(place);
            String access = place.substring(address.length());
            found.add(new ListedBlob(address + (address.endsWith("/") ? "" : "/") + path + access, path, bytes));
        }
    }

    private List<ListedBlob> elsewhere(String place, String prefix, boolean isOurAccount) {
        URI address = uri(address(place));
        if (!isOurAccount && !allowed.hasHost(String.valueOf(address.getHost()))) {
            throw new NoBlobException(NOT_ALLOWED, "host '" + address.getHost() + "'");
        }
        int depth = NUMERIC.matcher(String.valueOf(address.getHost())).matches() ? 2 : 1;
        String[] steps = address.getPath().substring(1).split("/", depth + 1);
        String folder = steps.length > depth && !steps[depth].isEmpty() ? withSlash(steps[depth]) : "";
        String path = address.getPath()
                .substring(0, address.getPath().length() - (steps.length > depth ? steps[depth].length() : 0));
        String query = address.getScheme() + "://" + address.getRawAuthority() + path.replaceAll("/$", "")
                + "?restype=container&comp=list&prefix=" + encoded(folder + prefix) + signature(place);
        List<ListedBlob> found = new ArrayList<>();
        Optional<String> marker = Optional.of("");
        while (marker.isPresent()) {
            marker = page(query, marker.get(), place, folder, found);
        }
        return found;
    }

    /** One page of names, and what asks for the next. */
    private static Optional<String> page(
            String query, String marker, String place, String folder, List<ListedBlob> found) {
        RestClient client = new RestClient(URI.create(address(place)), PATIENCE);
        String next = marker.isEmpty() ? "" : "&marker=" + encoded(marker);
        RestClient.Answer answer = client.send("GET", query + next, HEADERS, new byte[0]);
        requireDone(answer, place);
        List<String> texts = StorageXml.texts(answer.body(), Set.of("Name", "Content-Length"));
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            add(found, place, texts.get(i).substring(folder.length()), Long.parseLong(texts.get(i + 1)));
        }
        return StorageXml.texts(answer.body(), Set.of("NextMarker")).stream()
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static void requireDone(RestClient.Answer answer, String place) {
        String why = answer.header("x-ms-error-code").orElse("status " + answer.status());
        switch (answer.status()) {
            case 200 -> {}
            case 401, 403, 409 -> throw new NoBlobException(FORBIDDEN, why);
            case 404 -> throw new NoBlobException(ABSENT, why);
            default -> throw new RemoteException(
                    address(place) + " answers with " + why, answer.status() >= 500, 502, "", null);
        }
    }

    private List<ListedBlob> ofFolder(String place, String prefix) throws IOException {
        Path folder = folder(place);
        if (!Files.isDirectory(folder)) {
            throw new NoBlobException(ABSENT, "there is no such folder");
        }
        if (!allowed.hasFile(folder)) {
            throw new NoBlobException(NOT_ALLOWED, "folder '" + folder + "'");
        }
        List<ListedBlob> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.comparing(Path::toString)).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && path.startsWith(prefix)) {
                    add(found, folder.toString(), path, Files.size(file));
                }
            }
        }
        return found;
    }

    private Path folder(String place) {
        try {
            return exports.resolve(place.replaceFirst("^file:(//)?(?=/)", "")).normalize();
        } catch (InvalidPathException e) {
            throw new NoBlobException(ABSENT, "there is no such folder");
        }
    }

    private static URI uri(String address) {
        try {
            URI uri = new URI(address.replace(" ", "%20"));
            if (uri.getHost() == null || uri.getPath().length() < 2) {
                throw new NoBlobException(ABSENT, "the address names no container");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new NoBlobException(ABSENT, "the address is not well-formed");
        }
    }

    private static String signature(String place) {
        String access = place.substring(address(place).length()).split(";", 2)[0];
        return access.length() > 1 ? "&" + access.substring(1) : "";
    }

    private static String withSlash(String folder) {
        return folder.endsWith("/") ? folder : folder + "/";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String address(String place) {
        return place.split("[?;]", 2)[0];
    }
}
