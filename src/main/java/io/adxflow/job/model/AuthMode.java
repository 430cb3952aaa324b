package io.adxflow.job.model;

import java.util.List;
import java.util.Locale;

/** The ways to sign in that an environment can ask for. */
public enum AuthMode {
    APP_KEY("tenant", "app-id", "app-key"),
    APP_CERTIFICATE("tenant", "app-id", "certificate", "certificate-password"),
    MANAGED_IDENTITY("app-id"),
    DEVICE_CODE("tenant", "app-id"),
    AZURE_CLI("tenant"),
    TOKEN("token"),
    NONE;

    private final List<String> keys;

    AuthMode(String... keys) {
        this.keys = List.of(keys);
    }

    /** The keys that it understands, beside {@code mode}. */
    public List<String> keys() {
        return keys;
    }

    /** As it is written in an environment file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
