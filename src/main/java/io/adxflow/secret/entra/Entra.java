package io.adxflow.secret.entra;

import io.adxflow.secret.RecentlyUsed;
import java.time.InstantSource;

/**
 * The tokens of a process: one source for each identity and cloud, whoever asks for it, so that a run signs in once and
 * an executor does so once more.
 *
 * <pre>
 *   Identity + Cloud ──► AppTokens | ManagedTokens | PersonTokens | CliTokens ──► CachedTokens
 * </pre>
 */
public final class Entra {
    /** More sign-ins than a process has; one that is forgotten signs in once more. */
    private static final int LIMIT = 64;

    private static final RecentlyUsed<Key, CachedTokens> SOURCES = new RecentlyUsed<>(LIMIT);

    private record Key(Identity identity, Cloud cloud) {}

    private Entra() {}

    /** The tokens for ADX of an identity. Nothing is sent before the first is asked for. */
    public static CachedTokens tokens(Identity identity, Cloud cloud) {
        Key key = new Key(identity, cloud);
        return SOURCES.find(key)
                .orElseGet(() -> SOURCES.keep(key, new CachedTokens(source(identity, cloud), InstantSource.system())));
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
