package io.adxflow.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where programs keep what belongs to one user of this machine: {@code $XDG_CONFIG_HOME}, on Windows {@code %APPDATA%},
 * else {@code .config} in the user's home.
 */
record UserFolder(Map<String, String> environment) {
    /** Our folder there. */
    Path path() {
        return root().resolve("adxflow");
    }

    private Path root() {
        for (String variable : new String[] {"XDG_CONFIG_HOME", "APPDATA"}) {
            String folder = environment.getOrDefault(variable, "");
            if (!folder.isBlank()) {
                return Path.of(folder).toAbsolutePath();
            }
        }
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".config");
    }
}
