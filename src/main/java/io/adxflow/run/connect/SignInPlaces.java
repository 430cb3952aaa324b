package io.adxflow.run.connect;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a process finds what signs it in, beside secrets.
 *
 * @param directory relative paths of certificates start here
 * @param cache the file that keeps the sign-in of a person
 * @param azureCli the program {@code az}, when it is installed
 * @param entraStandIn a server of this machine that plays Entra ID, for tests
 */
public record SignInPlaces(Path directory, Path cache, Optional<Path> azureCli, Optional<URI> entraStandIn) {}
