package io.adxflow.cli;

import io.adxflow.databricks.deploy.DeployedJob;
import io.adxflow.databricks.deploy.RunToken;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The token of a submission that nobody has answered yet. It is on disk before the request is sent and until the answer is
 * here, so that the same command after a lost answer asks for the same run, and a later one for another.
 */
final class PendingSubmission {
    private final Path file;
    private final String token;
    private final boolean repeated;

    private PendingSubmission(Path file, String token, boolean repeated) {
        this.file = file;
        this.token = token;
        this.repeated = repeated;
    }

    /** @param folder where tokens are kept */
    static PendingSubmission of(Path folder, DeployedJob job) {
        Path file = folder.resolve(RunToken.request(job));
        String token = RunToken.of(job, UUID.randomUUID().toString());
        try {
            Files.createDirectories(folder);
            Files.writeString(file, token, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new PendingSubmission(file, token, false);
        } catch (FileAlreadyExistsException e) {
            return new PendingSubmission(file, read(file), true);
        } catch (IOException e) {
            throw CliProblem.UNWRITABLE_FILE.with(file, e.getMessage()).toException();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw CliProblem.unreadable(file, e);
        }
    }

    String token() {
        return token;
    }

    /** Whether an earlier call had no answer. */
    boolean isRepeated() {
        return repeated;
    }

    /** The workspace has said yes or no, and the next submission is another one. */
    void answered() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw CliProblem.UNWRITABLE_FILE.with(file, e.getMessage()).toException();
        }
    }
}
