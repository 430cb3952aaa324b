package io.adxflow.adx.client;

import io.adxflow.secret.Secret;

/** How to sign in. Prints no secret. */
public sealed interface AdxAuth {
    /** No sign-in, as on the emulator. */
    record None() implements AdxAuth {}

    /** A bearer token that somebody else fetched; it is sent as it is and never renewed. */
    record Token(Secret token) implements AdxAuth {}

    /**
     * The client-credentials flow of Entra ID.
     *
     * @param tenant id or domain of the tenant
     * @param appId id of the application, which is also the name of the principal in ADX
     */
    record AppKey(String tenant, String appId, Secret key) implements AdxAuth {}
}
