package io.adxflow.secret.entra;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens of a process: one source for each identity and cloud, whoever asks for it, so that a run signs in once and
 * an executor does so once more.
 *
 * <pre>
 *   Identity + Cloud ──► AppTokens | ManagedTokens | PersonTokens | CliTokens ──► CachedTokens
 * </pre>
 */
public final class Entra {
    private static final Map<Key, CachedTokens> SOURCES = new ConcurrentHashMap<>();

    private record Key(Identity identity, Cloud cloud) {}

    private Entra() {}

    /** The tokens for ADX of an identity. Nothing is sent before the first is asked for. */
    public static CachedTokens tokens(Identity identity, Cloud cloud) {
        return SOURCES.computeIfAbsent(
                new Key(identity, cloud), key -> new CachedTokens(source(identity, cloud), InstantSource.system()));
    }

    private static TokenSource source(Identity identity, Cloud cloud) {
        if (identity instanceof Identity.Managed managed) {
            return new ManagedTokens(managed, cloud);
        }
        if (identity instanceof Identity.Person person) {
            return new PersonTokens(person, cloud);
        }
        return identity instanceof Identity.AzureCli cli ? new CliTokens(cli, cloud) : new AppTokens(identity, cloud);
    }
}
