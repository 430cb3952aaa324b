package io.adxflow.cli;

import java.util.Optional;

/** The version of the jar that is running. */
final class Version {
    private Version() {}

    /** The version that the jar's manifest states; classes outside a jar have none. */
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
