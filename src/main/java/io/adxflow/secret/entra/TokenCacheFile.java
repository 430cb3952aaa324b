package io.adxflow.secret.entra;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import io.adxflow.base.diagnostic.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Keeps sign-ins in a file that only its owner can read. It is replaced as a whole, so that no reader meets half of one.
 * Where files have no permissions, as on Windows, it is as private as the folder that it is in.
 */
record TokenCacheFile(Path file) implements ITokenCacheAccessAspect {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    @Override
    public void beforeCacheAccess(ITokenCacheAccessContext context) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            if (hasPermissions() && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw EntraProblem.CACHE_READABLE_BY_OTHERS
                        .with(file)
                        .withHint("chmod 600 " + file)
                        .toException();
            }
            context.tokenCache().deserialize(Files.readString(file));
        } catch (IOException | com.microsoft.aad.msal4j.MsalClientException unreadable) {
            throw unusable(unreadable.getClass().getSimpleName());
        }
    }

    @Override
    public void afterCacheAccess(ITokenCacheAccessContext context) {
        if (context.hasCacheChanged()) {
            write(context.tokenCache().serialize());
        }
    }

    private void write(String sign) {
        try {
            Files.createDirectories(file.getParent(), attributes("rwx------"));
            if (hasPermissions()) {
                Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
            }
            replace(sign);
        } catch (IOException failure) {
            throw unusable(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
    }

    private void replace(String sign) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "sign-in", ".part", attributes("rw-------"));
        try {
            Files.writeString(fresh, sign);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private FileAttribute<?>[] attributes(String permissions) {
        return hasPermissions()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private boolean hasPermissions() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private UserException unusable(String why) {
        return EntraProblem.CACHE_UNUSABLE
                .with(file, why)
                .withHint("forget it with adxflow logout --all, and sign in again: adxflow login")
                .toException();
    }
}
