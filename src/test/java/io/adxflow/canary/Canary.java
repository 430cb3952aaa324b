package io.adxflow.canary;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The secrets of the tests. Each holds one word that nothing else holds, another one in every JVM, so that wherever the
 * word is found a secret has leaked.
 */
public final class Canary {
    private static final int GROUP = 3;

    /** Letters and digits, which stay as they are in URLs, in JSON and in the base64 of a token. */
    private static final String WORD = "c4n4ry" + Long.toHexString(new SecureRandom().nextLong() >>> 16);

    private static final Set<String> OTHERS = ConcurrentHashMap.newKeySet();

    private Canary() {}

    /** A secret with a name, the same one in all tests of a JVM. */
    public static String secret(String name) {
        return WORD + "-" + name;
    }

    /** A text of letters and digits that is secret, such as the signature of a token. */
    public static String plain(int number) {
        return WORD + number;
    }

    /** Has a secret searched for that somebody else made, such as the key of a certificate. */
    public static String remember(String secret) {
        OTHERS.add(secret);
        return secret;
    }

    /** What must not be found: the word as it is and in base64, and what was remembered. */
    static List<String> words() {
        Stream<String> encoded = IntStream.range(0, GROUP).mapToObj(Canary::inBase64);
        return Stream.of(Stream.of(WORD), encoded, OTHERS.stream())
                .flatMap(words -> words)
                .toList();
    }

    /** The letters of its base64 that stand for nothing else, when it begins after so many bytes of a group of three. */
    private static String inBase64(int before) {
        String text = "x".repeat(before) + WORD;
        String whole = Base64.getEncoder()
                .withoutPadding()
                .encodeToString(text.substring(0, text.length() / GROUP * GROUP).getBytes(StandardCharsets.US_ASCII));
        return before == 0 ? whole : whole.substring(GROUP + 1);
    }
}
