package io.adxflow.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
    private final RecentlyUsed<String, Integer> kept = new RecentlyUsed<>(2);

    @Test
    void theFirstValueOfAKeyStays() {
        assertThat(kept.keep("a", 1)).isEqualTo(1);
        assertThat(kept.keep("a", 2)).isEqualTo(1);
    }

    @Test
    void whatNobodyAskedForLongestGoes() {
        kept.keep("a", 1);
        kept.keep("b", 2);
        kept.find("a");
        kept.keep("c", 3);
        assertThat(kept.find("a")).contains(1);
        assertThat(kept.find("b")).isEmpty();
        assertThat(kept.find("c")).contains(3);
    }
}
