package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.secret.RecentlyUsed;
import java.util.Optional;
import java.util.UUID;

/**
 * The sign-ins of this JVM under names that say nothing. Options of a Spark read or write reach plans, the Spark UI and
 * event logs, so they carry such a name and no secret. They are the JVM's, not a session's: the connector looks a name up
 * where it has nothing but the options. Of those that were used last each is found; a read that is older than so many
 * others has to be made again.
 */
final class SignIns {
    private static final int LIMIT = 256;
    private static final RecentlyUsed<AdxAuth, String> NAMES = new RecentlyUsed<>(LIMIT);
    private static final RecentlyUsed<String, AdxAuth> BY_NAME = new RecentlyUsed<>(LIMIT);

    private SignIns() {}

    /** The name of a sign-in; equal ones have one name, so that Spark sees equal reads as equal. */
    static String name(AdxAuth auth) {
        String name = NAMES.keep(auth, UUID.randomUUID().toString());
        BY_NAME.keep(name, auth);
        return name;
    }

    /** The sign-in of a name; empty in another JVM than the one that gave it. */
    static Optional<AdxAuth> find(String name) {
        return BY_NAME.find(name);
    }
}
