package io.adxflow.kql.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Values of the reference implementation and of Kusto's documentation of {@code hash()}. */
class XxHash64Test {
    @Test
    void knownValues() {
        assertThat(hash("")).isEqualTo(0xEF46DB3751D8E999L);
        assertThat(hash("a")).isEqualTo(0xD24EC4F1A98C6E5BL);
        assertThat(hash("World")).isEqualTo(1846988464401551951L);
    }

    @Test
    void everyLengthTakesEveryByteIntoAccount() {
        for (int length = 1; length < 80; length++) {
            byte[] bytes = new byte[length];
            long zeros = XxHash64.of(bytes);
            bytes[length - 1] = 1;
            assertThat(XxHash64.of(bytes)).as("length " + length).isNotEqualTo(zeros);
        }
    }

    private static long hash(String text) {
        return XxHash64.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
