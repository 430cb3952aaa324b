package io.adxflow.emulator.storage;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/**
 * Says who announces data in the queue: a client carries the token of its principal there. The token stays the same for a day, so
 * that what a client announces can be ingested together.
 */
final class IdentityTokens {
    private final SharedAccess access;
    private final Clock clock;

    IdentityTokens(SharedAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    String of(String principal) {
        Instant end = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(SharedAccess.VALID);
        String name =
                Base64.getUrlEncoder().withoutPadding().encodeToString(principal.getBytes(StandardCharsets.UTF_8));
        return name + "." + end.getEpochSecond() + "." + access.signature(resource(principal), end.toString());
    }

    /** Whose token it is; nobody's when it was not made here, or its time is over. */
    Optional<String> principal(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !parts[0].matches("[\\w-]*") || !parts[1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        Instant end = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        return principalOf(parts[0]).filter(name -> access.fits(resource(name), end.toString(), parts[2]));
    }

    private static Optional<String> principalOf(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String resource(String principal) {
        return "identity/" + principal;
    }
}
