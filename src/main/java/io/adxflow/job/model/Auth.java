package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.secret.SecretReference;
import java.util.Optional;

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

    /**
     * An application of a tenant, and its certificate.
     *
     * @param certificate a file, or the secret that holds PEM, or PFX in base64
     */
    record AppCertificate(
            Setting tenant, Setting appId, Setting certificate, Optional<SecretReference> password, Span span)
            implements Auth {
        @Override
        public AuthMode mode() {
            return AuthMode.APP_CERTIFICATE;
        }
    }

    /** The identity of the machine; the id of a user assigned one, otherwise the one that the system assigned. */
    record ManagedIdentity(Optional<Setting> appId) implements Auth {
        @Override
        public AuthMode mode() {
            return AuthMode.MANAGED_IDENTITY;
        }
    }

    /** A person who signed in with {@code adxflow login}. */
    record DeviceCode(Optional<Setting> tenant, Optional<Setting> appId) implements Auth {
        @Override
        public AuthMode mode() {
            return AuthMode.DEVICE_CODE;
        }
    }

    /** Whoever signed in with {@code az login}. */
    record AzureCli(Optional<Setting> tenant) implements Auth {
        @Override
        public AuthMode mode() {
            return AuthMode.AZURE_CLI;
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
