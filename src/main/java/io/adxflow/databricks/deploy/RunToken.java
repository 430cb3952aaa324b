package io.adxflow.databricks.deploy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
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
                deployed.job().name().value(),
                deployed.release(),
                new TreeMap<>(deployed.settings()).toString(),
                deployed.jar(),
                occasion);
        return digest(List.of(identity.getBytes(StandardCharsets.UTF_8)));
    }

    /** What tells contents from each other: 64 hexadecimal digits. */
    public static String digest(List<byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(content -> {
                digest.update((content.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
