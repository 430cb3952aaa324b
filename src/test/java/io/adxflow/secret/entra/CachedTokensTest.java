package io.adxflow.secret.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CachedTokensTest {
    private static final Duration LIFE = Duration.ofHours(1);

    private Instant now = Instant.parse("2024-05-01T10:00:00Z");
    private int fetched;
    private boolean fails;
    private Duration life = LIFE;
    private final CachedTokens tokens = new CachedTokens(this::fetch, () -> now);

    private AccessToken fetch() {
        if (fails) {
            throw new RemoteException("Entra ID does not answer", true, 0, "", null);
        }
        return new AccessToken(new Secret("token-" + ++fetched), now.plus(life));
    }

    @Test
    void aTokenServesUntilFiveMinutesBeforeItsEnd() {
        assertThat(tokenAfter(Duration.ZERO)).isEqualTo("token-1");
        assertThat(tokenAfter(Duration.ofMinutes(54))).isEqualTo("token-1");
        assertThat(tokenAfter(Duration.ofMinutes(2))).isEqualTo("token-2");
    }

    @Test
    void aShortTokenServesForHalfOfItsLife() {
        life = Duration.ofMinutes(4);
        tokens.token();
        assertThat(tokenAfter(Duration.ofSeconds(119))).isEqualTo("token-1");
        assertThat(tokenAfter(Duration.ofSeconds(2))).isEqualTo("token-2");
    }

    @Test
    void theOldTokenServesWhileTheNewOneCannotBeHad() {
        tokens.token();
        fails = true;
        assertThat(tokenAfter(Duration.ofMinutes(58))).isEqualTo("token-1");
        assertThatThrownBy(() -> tokenAfter(Duration.ofMinutes(3))).isInstanceOf(RemoteException.class);
    }

    @Test
    void aRefusedTokenIsNotUsedAgain() {
        AccessToken first = tokens.token();
        tokens.forget(first);
        assertThat(tokenAfter(Duration.ZERO)).isEqualTo("token-2");
        tokens.forget(first);
        assertThat(tokenAfter(Duration.ZERO)).isEqualTo("token-2");
    }

    private String tokenAfter(Duration time) {
        now = now.plus(time);
        return tokens.token().value().reveal();
    }
}
