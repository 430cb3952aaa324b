package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.secret.SecretReference;

/** How to sign in to ADX, without the secrets that it takes. */
public sealed interface Auth {
    AuthMode mode();

    /** An application of a tenant, and its key. */
    record AppKey(Setting tenant, Setting appId, SecretReference appKey, Span span) implements Auth {
        @Override
        public AuthMode mode() {
            return AuthMode.APP_KEY;
        }
    }

    /** A token that somebody else fetched. */
    record Token(SecretReference token, Span span) implements Auth {
        @Override
        public AuthMode mode() {
            return AuthMode.TOKEN;
        }
    }

    /** No sign-in: an emulator. */
    record None() implements Auth {
        @Override
        public AuthMode mode() {
            return AuthMode.NONE;
        }
    }
}
