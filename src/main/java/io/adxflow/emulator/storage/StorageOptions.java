package io.adxflow.emulator.storage;

import io.adxflow.emulator.account.StorageConnection;
import java.util.List;
import java.util.Optional;

/**
 * Where data comes from.
 *
 * @param account when present, clients upload to it and not to the storage of the emulator
 * @param sources hosts, with {@code *} for any part of a name, and absolute folders that data may be ingested from beside
 *     this machine's own addresses and the folder of exports
 */
public record StorageOptions(Optional<StorageConnection> account, List<String> sources) {
    /** The emulator's own storage, and nothing from elsewhere. */
    public static final StorageOptions OWN = new StorageOptions(Optional.empty(), List.of());

    public StorageOptions {
        sources = List.copyOf(sources);
    }

    public StorageOptions withAccount(StorageConnection next) {
        return new StorageOptions(Optional.of(next), sources);
    }

    public StorageOptions withSources(List<String> next) {
        return new StorageOptions(account, next);
    }
}
