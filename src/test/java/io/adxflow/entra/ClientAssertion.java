package io.adxflow.entra;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.entra.FakeEntra.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an application signs with the key of its certificate in the place of a secret, and how Entra ID looks at it: <a
 * href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials">certificate credentials</a>.
 */
record ClientAssertion(String header, String payload, String signature) {
    static ClientAssertion of(String jwt) {
        String[] parts = jwt.split("\\.");
        return new ClientAssertion(parts[0], parts[1], parts[2]);
    }

    /** Why it is refused; empty when it is good. */
    Optional<Reply> refusal(String app, String audience, List<X509Certificate> known, Instant now) {
        Map<?, ?> claims = json(payload);
        Optional<X509Certificate> certificate =
                known.stream().filter(this::isSignedWith).findFirst();
        if (certificate.isEmpty()) {
            return refused(
                    700027,
                    "The certificate with identifier used to sign the client assertion is not registered"
                            + " on application.");
        }
        if (!claims.get("aud").equals(audience)) {
            return refused(700023, "Client assertion audience claim does not match Realm issuer.");
        }
        if (!app.equals(claims.get("iss")) || !app.equals(claims.get("sub")) || claims.get("jti") == null) {
            return refused(50027, "JWT token is invalid or malformed.");
        }
        boolean isValidNow = !now.isBefore(time(claims, "nbf")) && now.isBefore(time(claims, "exp"));
        return isValidNow ? Optional.empty() : refused(700024, "Client assertion is not within its valid time range.");
    }

    private static Optional<Reply> refused(int code, String message) {
        return Optional.of(FakeEntra.refusal(401, "invalid_client", code, message));
    }

    private static Instant time(Map<?, ?> claims, String name) {
        return Instant.ofEpochSecond(((Number) claims.get(name)).longValue());
    }

    private boolean isSignedWith(X509Certificate certificate) {
        Map<?, ?> names = json(header);
        try {
            boolean isNamed = isThumbprint(names.get("x5t"), "SHA-1", certificate)
                    || isThumbprint(names.get("x5t#S256"), "SHA-256", certificate);
            Signature check = signature(String.valueOf(names.get("alg")));
            check.initVerify(certificate);
            check.update((header + "." + payload).getBytes(StandardCharsets.US_ASCII));
            return isNamed && check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static Signature signature(String algorithm) throws GeneralSecurityException {
        if (algorithm.equals("RS256")) {
            return Signature.getInstance("SHA256withRSA");
        }
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return signature;
    }

    /** Microsoft's library writes the one in plain base64, and Entra ID takes it. */
    private static boolean isThumbprint(Object text, String digest, X509Certificate certificate)
            throws GeneralSecurityException {
        return text != null
                && MessageDigest.isEqual(
                        MessageDigest.getInstance(digest).digest(certificate.getEncoded()),
                        Base64.getDecoder()
                                .decode(text.toString().replace('-', '+').replace('_', '/')));
    }

    private static Map<?, ?> json(String part) {
        try {
            return (Map<?, ?>) Json.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (JsonException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }
}
