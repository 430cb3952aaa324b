package io.adxflow.adx.client;

import io.adxflow.secret.Secret;
import io.adxflow.secret.entra.Cloud;
import io.adxflow.secret.entra.Identity;

/** How to sign in. Prints no secret. */
public sealed interface AdxAuth {
    /** No sign-in, as on the emulator. */
    record None() implements AdxAuth {}

    /** A bearer token that somebody else fetched; it is sent as it is and never renewed. */
    record Token(Secret token) implements AdxAuth {}

    /** Tokens of Entra ID, fetched when they are needed and renewed before they end. */
    record Entra(Identity identity, Cloud cloud) implements AdxAuth {}

    /** An application of the public cloud, by its key. */
    static AdxAuth appKey(String tenant, String appId, Secret key) {
        return new Entra(new Identity.AppKey(tenant, appId, key), Cloud.PUBLIC);
    }
}
