package io.adxflow.emulator.storage;

import io.adxflow.base.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the addresses that are handed out, and lets in those that come back with the right signature in time, and who has the
 * key of the account.
 */
final class SharedAccess {
    /** How long an address serves. */
    static final Duration VALID = Duration.ofDays(7);

    private final byte[] key;
    private final SharedKey account;
    private final Clock clock;

    SharedAccess(byte[] key, SharedKey account, Clock clock) {
        this.key = key.clone();
        this.account = account;
        this.clock = clock;
    }

    /** The query of an address, for a resource such as {@code blob/temp} and all below it. */
    String query(String resource) {
        String expiry =
                clock.instant().plus(VALID).truncatedTo(ChronoUnit.SECONDS).toString();
        return "sv=2024-11-04&sp=racwdl&se=" + expiry.replace(":", "%3A") + "&sig=" + signature(resource, expiry);
    }

    /** @throws StorageException when the request has no right to the resource */
    void check(Request request, String resource) {
        boolean isLetIn = SharedKey.isClaimed(request)
                ? account.hasSigned(request)
                : fits(
                        resource,
                        request.queryParameter("se").orElse(""),
                        request.queryParameter("sig").orElse(""));
        if (!isLetIn) {
            throw new StorageException(403, "AuthenticationFailed", "The signature does not fit, or its time is over.");
        }
    }

    /** Whether the query of an address has the right signature for a resource, and is in time. */
    boolean fits(String query, String resource) {
        return fits(resource, parameter(query, "se"), parameter(query, "sig"));
    }

    boolean fits(String resource, String end, String signature) {
        Instant expiry = expiry(end);
        byte[] expected = signature(resource, expiry.toString()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))
                && !expiry.isBefore(clock.instant());
    }

    private static String parameter(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1).replaceAll("(?i)%3a", ":");
            }
        }
        return "";
    }

    /** Clients write the time anew, not always as they got it. What is no time is over. */
    private static Instant expiry(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    String signature(String resource, String expiry) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((resource + "\n" + expiry).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
