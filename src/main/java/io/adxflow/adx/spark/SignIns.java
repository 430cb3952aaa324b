package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxAuth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sign-ins of this JVM under names that say nothing. Options of a Spark read or write reach plans, the Spark UI and
 * event logs, so they carry such a name and no secret.
 */
final class SignIns {
    private static final Map<AdxAuth, String> NAMES = new ConcurrentHashMap<>();
    private static final Map<String, AdxAuth> BY_NAME = new ConcurrentHashMap<>();

    private SignIns() {}

    /** The name of a sign-in; equal ones have one name, so that Spark sees equal reads as equal. */
    static String name(AdxAuth auth) {
        return NAMES.computeIfAbsent(auth, unnamed -> {
            String name = UUID.randomUUID().toString();
            BY_NAME.put(name, unnamed);
            return name;
        });
    }

    /** The sign-in of a name; empty in another JVM than the one that gave it. */
    static Optional<AdxAuth> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
