package io.adxflow.emulator.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Understands the addresses of blobs that commands and messages give: {@code http://host:port/blob/container/name?…}, or
 * {@code https://account:port/container/name?…}.
 */
final class BlobLocator {
    private final String accountHost;

    BlobLocator(String accountHost) {
        this.accountHost = accountHost;
    }

    /** The container, when the address is one of this storage. */
    Optional<String> container(String locator) {
        return part(locator, 2);
    }

    /** The name of the blob; empty when there is none. */
    String name(String locator) {
        return part(locator, 3).orElse("");
    }

    /** The container of an address that names no blob. */
    Optional<String> wholeContainer(String locator) {
        return part(locator.split("[?;]", 2)[0] + "/", 2);
    }

    private Optional<String> part(String locator, int index) {
        try {
            URI address = new URI(locator.split("[?;]", 2)[0].replace(" ", "%20"));
            boolean isOfAccount = accountHost.equals(address.getHost());
            String path = isOfAccount ? "/blob" + address.getPath() : address.getPath();
            String[] parts = path == null ? new String[0] : path.split("/", 4);
            return parts.length == 4 && parts[1].equals("blob") ? Optional.of(parts[index]) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
