package io.adxflow.secret;

import static io.adxflow.secret.SecretProblem.SECRETS_READABLE_BY_OTHERS;
import static io.adxflow.secret.SecretProblem.SECRETS_UNREADABLE;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Secrets in a file that only its owner may read and that git ignores: {@code conf/*.secrets}. One secret a line, {@code
 * scope/key = value}; lines that start with {@code #} say nothing.
 */
public final class FileSecrets implements SecretStore {
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path file;

    public FileSecrets(Path file) {
        this.file = file;
    }

    @Override
    public Optional<Secret> find(SecretReference reference) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        refuseReadableByOthers();
        return Optional.ofNullable(read().get(reference));
    }

    @Override
    public String whereabouts(SecretReference reference) {
        return "line '" + reference.scope() + "/" + reference.key() + " = …' of " + file;
    }

    /** Where files have no owner, as on Windows, there is nothing to refuse. */
    private void refuseReadableByOthers() {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw SECRETS_READABLE_BY_OTHERS
                        .at(Span.at(0), file)
                        .withHint("chmod 600 " + file)
                        .toException();
            }
        } catch (IOException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Map<SecretReference, Secret> read() {
        Map<SecretReference, Secret> secrets = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    add(line, i + 1, secrets);
                }
            }
        } catch (IOException e) {
            throw unreadable(e.getClass().getSimpleName() + ", is it a text in UTF-8?");
        }
        return secrets;
    }

    private void add(String line, int number, Map<SecretReference, Secret> secrets) {
        int sign = line.indexOf('=');
        String name = sign < 0 ? "" : line.substring(0, sign).strip();
        String value = line.substring(sign + 1).strip();
        Optional<SecretReference> reference = SecretReference.parse("{{secrets/" + name + "}}");
        if (reference.isEmpty() || value.isEmpty()) {
            throw unreadable("line " + number + " is not 'scope/key = value'");
        }
        secrets.put(reference.get(), new Secret(value));
    }

    private UserException unreadable(String reason) {
        return SECRETS_UNREADABLE.at(Span.at(0), file, reason).toException();
    }
}
