package io.adxflow.run.connect;

import io.adxflow.secret.entra.Cloud;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a process finds what signs it in, beside secrets.
 *
 * @param directory relative paths of certificates start here
 * @param configuration the folder that keeps what belongs to this user, the sign-in of a person among it
 * @param azureCli the program {@code az}, when it is installed
 * @param entraStandIn a server of this machine that plays Entra ID, for tests
 */
public record SignInPlaces(Path directory, Path configuration, Optional<Path> azureCli, Optional<URI> entraStandIn) {
    /** The file that keeps the sign-in of a person, one for each cloud. */
    public Path signIn(Cloud cloud) {
        return configuration.resolve("sign-in-" + cloud.word() + ".json");
    }

    /** The clouds that somebody is signed in to, or was. */
    public List<Cloud> cloudsWithSignIn() {
        return Cloud.ALL.stream().filter(cloud -> Files.exists(signIn(cloud))).toList();
    }

    /** The cloud, with the server that plays Entra ID when there is one. */
    public Cloud played(Cloud cloud) {
        return entraStandIn.map(cloud::playedBy).orElse(cloud);
    }
}
