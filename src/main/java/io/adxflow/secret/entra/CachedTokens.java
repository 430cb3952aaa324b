package io.adxflow.secret.entra;

import io.adxflow.base.diagnostic.RemoteException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one token and renews it before it ends: five minutes, or half of a shorter life. While a renewal meets a passing
 * failure the old token serves until it ends. One thread renews, the others wait for it.
 */
public final class CachedTokens implements TokenSource {
    private static final Logger LOG = LoggerFactory.getLogger(CachedTokens.class);
    static final Duration EARLY = Duration.ofMinutes(5);

    private final TokenSource source;
    private final InstantSource clock;
    private AccessToken token;
    private Instant renewal = Instant.MIN;

    public CachedTokens(TokenSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public synchronized AccessToken token() {
        Instant now = clock.instant();
        if (now.isBefore(renewal)) {
            return token;
        }
        try {
            renew(now);
        } catch (RemoteException failure) {
            if (token == null || !now.isBefore(token.expires())) {
                throw failure;
            }
            LOG.warn("the token is not renewed yet: {}", failure.getMessage());
        }
        return token;
    }

    /** Drops a token that was refused before its time, so that the next one is a new one. */
    public synchronized void forget(AccessToken refused) {
        if (refused.equals(token)) {
            token = null;
            renewal = Instant.MIN;
        }
    }

    private void renew(Instant now) {
        token = source.token();
        Duration half = Duration.between(now, token.expires()).dividedBy(2);
        renewal = token.expires().minus(half.compareTo(EARLY) < 0 ? half : EARLY);
    }
}
