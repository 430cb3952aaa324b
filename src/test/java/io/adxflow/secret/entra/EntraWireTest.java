package io.adxflow.secret.entra;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.entra.FakeEntra;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a request is sent again, and after how long. */
class EntraWireTest {
    private static final String MACHINE = "/metadata/identity/oauth2/token";

    private final FakeEntra entra = FakeEntra.start();
    private final List<Duration> waits = new ArrayList<>();
    private final EntraWire wire = new EntraWire(entra.cloud(), waits::add);

    @AfterEach
    void leave() {
        entra.close();
    }

    @Test
    void aServiceThatIsUpdatedIsAskedForSeventySeconds() {
        entra.machine().failWith(Collections.nCopies(9, 410).toArray(new Integer[0]));
        assertThat(wire.get(MACHINE).status()).isEqualTo(410);
        assertThat(waits).hasSize(7).containsOnly(Duration.ofSeconds(10));
    }

    @Test
    void whoIsThrottledWaitsAsLongAsHeIsAsked() {
        entra.throttle(1, 12);
        wire.get("/" + FakeEntra.TENANT + "/oauth2/v2.0/token");
        assertThat(waits).containsExactly(Duration.ofSeconds(12));
    }

    @Test
    void withoutANumberTheWaitGrows() {
        entra.machine().failWith(429, 429);
        wire.get(MACHINE);
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void whatIsRefusedStaysRefused() {
        assertThat(wire.get(MACHINE).status()).isEqualTo(400);
        assertThat(waits).isEmpty();
    }
}
