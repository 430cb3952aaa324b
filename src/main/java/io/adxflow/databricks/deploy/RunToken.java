package io.adxflow.databricks.deploy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** By what Databricks knows that it was asked for the same run before: 64 characters, which is as many as it takes. */
public final class RunToken {
    private RunToken() {}

    /**
     * The token of a call.
     *
     * @param occasion what tells this run of a job from another: the same words are the same run, whatever has become of
     *     the job in the meantime
     */
    public static String of(DeployedJob deployed, String occasion) {
        return digest(deployed.job().name().value(), deployed.environment().name(), occasion);
    }

    /** What tells a request from another: the same job, files and values in the same workspace. */
    public static String request(DeployedJob deployed) {
        return digest(
                deployed.target().host().toString(),
                deployed.job().name().value(),
                deployed.environment().name(),
                deployed.release(),
                new TreeMap<>(deployed.settings()).toString(),
                deployed.jar());
    }

    private static String digest(String... words) {
        return digest(Stream.of(words)
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList());
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
