package io.adxflow.run.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.RemoteException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LooksTest {
    private final List<String> progress = Collections.synchronizedList(new ArrayList<>());

    @Test
    void findingsStandInTheOrderInWhichTheLooksBegan() {
        CountDownLatch second = new CountDownLatch(1);
        try (Looks looks = looks(Duration.ofMinutes(1))) {
            looks.beside("slow", findings -> {
                awaitOn(second);
                findings.look("slow", () -> "there");
            });
            looks.beside("quick", findings -> {
                findings.look("quick", () -> "there");
                second.countDown();
            });
            assertThat(looks.all()).extracting(Finding::subject).containsExactly("slow", "quick");
        }
        assertThat(progress).contains("slow");
    }

    @Test
    void whatTakesTooLongIsAFinding() {
        try (Looks looks = looks(Duration.ZERO)) {
            looks.beside("storage", findings -> {
                findings.look("storage network", () -> "can be reached");
                awaitOn(new CountDownLatch(1));
            });
            assertThat(looks.all()).last().satisfies(finding -> assertThat(finding.detail())
                    .isEqualTo("no answer within 0 s"));
        }
    }

    @Test
    void whatBreaksOffALookIsAFinding() {
        try (Looks looks = looks(Duration.ofMinutes(1))) {
            Looks.Look<String> look = looks.begin("roles", findings -> {
                throw new RemoteException("not now; later", true, 503, "", null);
            });
            assertThat(looks.await(look)).isEmpty();
            assertThat(looks.all()).singleElement().satisfies(finding -> {
                assertThat(finding.detail()).isEqualTo("not now");
                assertThat(finding.repair()).contains("later");
            });
        }
    }

    private Looks looks(Duration limit) {
        return new Looks(progress::add, InstantSource.system(), limit);
    }

    /** Until the look is given up. */
    private static void awaitOn(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }
}
