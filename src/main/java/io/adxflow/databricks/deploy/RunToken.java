package io.adxflow.databricks.deploy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * By what Databricks knows that it was asked for the same run before. The same job, environment and values on the same day
 * (UTC) are the same run, unless the caller says otherwise.
 */
public final class RunToken {
    private RunToken() {}

    /** 64 characters, which is as many as Databricks takes. */
    public static String of(DeployedJob deployed, Instant now) {
        return of(deployed, LocalDate.ofInstant(now, ZoneOffset.UTC).toString());
    }

    /** @param occasion what tells this run from another of the same job */
    public static String of(DeployedJob deployed, String occasion) {
        String identity = String.join(
                "\n\0",
                deployed.job().text().text(),
                deployed.environment().text().text(),
                new TreeMap<>(deployed.settings()).toString(),
                deployed.jar(),
                occasion);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
