package io.adxflow.adx.spark;

import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/** Texts of Spark, which are bytes and need not be UTF-8, as texts of ADX, which are. */
final class ExactText {
    private static final char REPLACEMENT = '\ufffd';

    private ExactText() {}

    /** @throws IllegalArgumentException if bytes of the text are not UTF-8 */
    static String of(Object value) {
        return find(value)
                .orElseThrow(
                        () -> new IllegalArgumentException("a text is UTF-8, found other bytes in '" + value + "'"));
    }

    /** Empty if bytes of the text are not UTF-8. */
    static Optional<String> find(Object value) {
        String text = value.toString();
        boolean differs = text.indexOf(REPLACEMENT) >= 0
                && value instanceof UTF8String bytes
                && !bytes.equals(UTF8String.fromString(text));
        return differs ? Optional.empty() : Optional.of(text);
    }
}
