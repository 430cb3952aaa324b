package io.adxflow.emulator.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What opens a storage account: its key, which signs addresses for a purpose and a time, or one signature that was given and
 * serves for all.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/create-account-sas">Create an account SAS</a>
 */
final class AccountAccess {
    /** The last version whose signed text has nine lines. */
    private static final String VERSION = "2020-10-02";

    private final String account;
    private final byte[] key;
    private final String given;

    private AccountAccess(String account, byte[] key, String given) {
        this.account = account;
        this.key = key;
        this.given = given;
    }

    /** @throws IllegalArgumentException when the key is not Base64 */
    static AccountAccess ofKey(String account, String key) {
        return new AccountAccess(account, Base64.getDecoder().decode(key), "");
    }

    static AccountAccess ofSignature(String query) {
        return new AccountAccess("", new byte[0], query.replaceFirst("^\\?", ""));
    }

    /**
     * The query of an address that gives access.
     *
     * @param service {@code b}, {@code q} or {@code t}
     * @param resources of {@code s}, {@code c} and {@code o}
     * @param permissions in the order of the page above
     */
    String query(String service, String resources, String permissions, Instant expiry) {
        if (!given.isEmpty()) {
            return given;
        }
        String end = expiry.truncatedTo(ChronoUnit.SECONDS).toString();
        String signed = String.join("\n", account, permissions, service, resources, "", end, "", "https,http", VERSION);
        return "sv=" + VERSION + "&ss=" + service + "&srt=" + resources + "&sp=" + permissions + "&se=" + encoded(end)
                + "&spr=https%2Chttp&sig=" + encoded(signature(signed + "\n"));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
