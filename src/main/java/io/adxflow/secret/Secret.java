package io.adxflow.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that nobody may read by accident. It prints as {@code ***} and cannot be serialised; {@link #reveal} is the one
 * way to its value and is called where the value leaves the process, nowhere else.
 */
public final class Secret {
    private final String value;

    public Secret(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret is not empty");
        }
        this.value = value;
    }

    public String reveal() {
        return value;
    }

    /** Compares in a time that does not depend on where two values differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret && MessageDigest.isEqual(bytes(), ((Secret) other).bytes());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
