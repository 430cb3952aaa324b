package io.adxflow.emulator.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * /**
 * Understands the addresses of this storage's own blobs, {@code http://host:port/blob/container/name?…}, or
 * {@code https://account:port/container/name?…}. They are known by the server that they name or, when it had another port once,
 * by their signature, which nobody else can make.
 */
final class BlobLocator {
    private static final Set<String> NAMES_OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String accountHost;
    private final SharedAccess access;
    private volatile List<URI> servers = List.of();

    /** @param accountHost the host under which containers are the first part of a path, as those of Azure are */
    BlobLocator(String accountHost, SharedAccess access) {
        this.accountHost = accountHost;
        this.access = access;
    }

    /** @param addresses where the storage is to be found now */
    void begin(List<URI> addresses) {
        servers = List.copyOf(addresses);
    }

    /** The container, when the address is one of this storage. */
    Optional<String> container(String locator) {
        return part(locator, 2);
    }

    /** The name of the blob; empty when there is none. */
    String name(String locator) {
        return part(locator, 3).orElse("");
    }

    /** The container of an address that names a container, or a folder in it. */
    Optional<String> containerOfFolder(String locator) {
        return part(asFolder(locator), 2);
    }

    /** The folder that such an address names, with a slash at its end; empty when it names the container. */
    String folder(String locator) {
        return part(asFolder(locator), 3).orElse("");
    }

    private static String asFolder(String locator) {
        String[] parts = locator.split("(?=[?;])", 2);
        return parts[0] + (parts[0].endsWith("/") ? "" : "/") + (parts.length > 1 ? parts[1] : "");
    }

    private Optional<String> part(String locator, int index) {
        String[] halves = locator.split("[?;]", 2);
        try {
            URI address = new URI(halves[0].replace(" ", "%20"));
            String path = accountHost.equals(address.getHost()) ? "/blob" + address.getPath() : address.getPath();
            String[] parts = path == null ? new String[0] : path.split("/", 4);
            boolean isBlob = parts.length == 4 && parts[1].equals("blob");
            boolean isOurs = isBlob && (isHere(address) || isSigned(halves, parts[2]));
            return isOurs ? Optional.of(parts[index]) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isHere(URI address) {
        return servers.stream()
                .anyMatch(server -> server.getPort() == address.getPort() && hasHost(server, address.getHost()));
    }

    private boolean hasHost(URI server, String host) {
        return host != null
                && (NAMES_OF_THIS_MACHINE.contains(host) || host.equals(server.getHost()) || host.equals(accountHost));
    }

    private boolean isSigned(String[] halves, String container) {
        return halves.length == 2 && access.fits(halves[1], "blob/" + container);
    }
}
