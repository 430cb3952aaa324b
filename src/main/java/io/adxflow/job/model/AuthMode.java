package io.adxflow.job.model;

import java.util.Locale;

/** The ways to sign in that an environment can ask for. */
public enum AuthMode {
    APP_KEY,
    APP_CERTIFICATE,
    MANAGED_IDENTITY,
    DEVICE_CODE,
    AZURE_CLI,
    TOKEN,
    NONE;

    /** As it is written in an environment file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
