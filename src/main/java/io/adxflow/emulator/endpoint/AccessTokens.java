package io.adxflow.emulator.endpoint;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.emulator.store.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens that the emulator knows: a file with one token in each line, then who it stands for, then that principal's roles
 * in every database, {@code admins}, {@code users}, {@code viewers}, {@code ingestors}, {@code monitors} or none. Lines that
 * begin with {@code #} are comments.
 */
record AccessTokens(Map<String, Principal> byToken) {
    /** Who a token stands for. */
    record Principal(String name, List<Role> roles) {}

    static AccessTokens read(Path file) {
        Map<String, Principal> tokens = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    String[] words = line.split("\\s+");
                    tokens.put(words[0], principal(words, file + ":" + (i + 1)));
                }
            }
        } catch (IOException e) {
            throw bad("the file of access tokens '" + file + "' cannot be read: " + e, e);
        }
        return new AccessTokens(Map.copyOf(tokens));
    }

    Optional<Principal> principal(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    Optional<Principal> named(String principal) {
        return byToken.values().stream()
                .filter(one -> one.name().equalsIgnoreCase(principal))
                .findFirst();
    }

    private static Principal principal(String[] words, String place) {
        if (words.length < 2) {
            throw bad(place + ": expected TOKEN PRINCIPAL [ROLE …]", null);
        }
        List<Role> roles = new ArrayList<>();
        for (int i = 2; i < words.length; i++) {
            String word = words[i];
            roles.add(Role.ofPlural(word)
                    .orElseThrow(
                            () -> bad(place + ": there is no role '" + word + "'; roles: admins, users, …", null)));
        }
        return new Principal(words[1], List.copyOf(roles));
    }

    private static RemoteException bad(String message, Throwable cause) {
        return new RemoteException(message, false, 0, "", cause);
    }
}
