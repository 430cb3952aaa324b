package io.adxflow.run.commit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names of what a run stages. A table is called {@code adxflow_s_<job>_<owner>_<sink>_<try>}. The job is in the name
 * so that the next run finds what a killed one left; the owner is random per run and the try grows, so that no name is
 * ever used twice.
 *
 * @param job ten hexadecimal digits of the SHA-256 of the job's name
 * @param owner eight hexadecimal digits, random per run
 */
public record StagingNames(String job, String owner) {
    public static StagingNames of(String jobName, CommitId commit) {
        return new StagingNames(digest(jobName), commit.text().substring(0, 8));
    }

    /** What the names of all staging tables of the job begin with, whoever made them. */
    String prefix() {
        return "adxflow_s_" + job + "_";
    }

    String table(int sink, int attempt) {
        return prefix() + owner + "_" + sink + "_" + attempt;
    }

    /** What the names of all folders begin with that hold files on their way to a sink. */
    public String folderPrefix() {
        return ".adxflow-s-" + job + "-";
    }

    /** What the names of all folders begin with that hold what a sink held before. */
    public String formerPrefix() {
        return ".adxflow-o-" + job + "-";
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 5);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
