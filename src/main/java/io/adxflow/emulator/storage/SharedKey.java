package io.adxflow.emulator.storage;

import io.adxflow.base.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of an account, with which clients sign each request in the header {@code Authorization: SharedKey account:signature}.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key">Authorize with Shared Key</a>
 */
final class SharedKey {
    private static final String SCHEME = "SharedKey ";
    /** Their values, in this order, begin the text that is signed; the date stands among the others. */
    private static final List<String> HEADERS = List.of(
            "Content-Encoding",
            "Content-Language",
            "Content-Length",
            "Content-MD5",
            "Content-Type",
            "Date",
            "If-Modified-Since",
            "If-Match",
            "If-None-Match",
            "If-Unmodified-Since",
            "Range");

    private final String account;
    private final byte[] key;

    SharedKey(String account, byte[] key) {
        this.account = account;
        this.key = key.clone();
    }

    /** As connection strings give it. */
    String text() {
        return Base64.getEncoder().encodeToString(key);
    }

    static boolean isClaimed(Request request) {
        return request.header("Authorization").orElse("").startsWith(SCHEME);
    }

    boolean hasSigned(Request request) {
        String expected = SCHEME + account + ":" + signature(signedText(request));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8));
    }

    private String signedText(Request request) {
        String standard = HEADERS.stream()
                .map(name -> standard(request, name))
                .collect(Collectors.joining("\n", request.method() + "\n", "\n"));
        String parameters = request.queryParameters().entrySet().stream()
                .map(one -> "\n" + one.getKey().toLowerCase(Locale.ROOT) + ":" + one.getValue())
                .collect(Collectors.joining());
        return standard + ownHeaders(request) + "/" + account + request.path() + parameters;
    }

    private static String standard(Request request, String name) {
        boolean isReplaced = name.equals("Date") && request.header("x-ms-date").isPresent();
        String value = isReplaced ? "" : request.header(name).orElse("");
        return name.equals("Content-Length") && value.equals("0") ? "" : value;
    }

    private static String ownHeaders(Request request) {
        Map<String, String> own = new TreeMap<>();
        request.headers().forEach((name, value) -> own.put(name.toLowerCase(Locale.ROOT), value.strip()));
        return own.entrySet().stream()
                .filter(header -> header.getKey().startsWith("x-ms-"))
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
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
}
