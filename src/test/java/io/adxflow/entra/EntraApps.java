package io.adxflow.entra;

import io.adxflow.entra.FakeEntra.Reply;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom a {@link FakeEntra} knows, and how it decides. */
public final class EntraApps {
    static final String PERSON = "ada@contoso.com";

    private final Map<String, String> keys = new HashMap<>(Map.of(FakeEntra.APP, FakeEntra.KEY));
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final Map<String, Reply> refusals = new HashMap<>();
    private int pending = 1;
    private Duration ahead = Duration.ZERO;

    /** The key of the application is no longer accepted. */
    public void expireKeys() {
        refuse(FakeEntra.APP, 401, "invalid_client", 7000222, "The provided client secret keys are expired.");
    }

    /** Somebody disabled the application. */
    public void disableApp() {
        refuse(FakeEntra.APP, 400, "unauthorized_client", 7000112, "Application is disabled.");
    }

    /** No refresh token is accepted any more. */
    public void revokePerson() {
        refuse(PERSON, 400, "invalid_grant", 50173, "The provided grant has expired.");
    }

    /** A policy of the tenant wants more than a code. */
    public void demandAnotherFactor() {
        refuse(PERSON, 400, "interaction_required", 50076, "You must use multi-factor authentication.");
    }

    /** A policy of the tenant forbids codes. */
    public void forbidCodes() {
        refuse(PERSON, 400, "invalid_grant", 53003, "Access has been blocked by Conditional Access policies.");
    }

    /** The person says no. */
    public void declineCode() {
        refuse(PERSON, 400, "authorization_declined", 70020, "The end user has denied the authorization request.");
    }

    /** How often a device code is not entered yet when it is asked about; -1 for never. */
    public void codeIsEnteredAfter(int times) {
        pending = times;
    }

    /** The application has another certificate. */
    public void register(X509Certificate certificate) {
        certificates.add(certificate);
    }

    /** The clock here and that of the machine differ. */
    public void clockIsAhead(Duration time) {
        ahead = time;
    }

    private void refuse(String whom, int status, String error, int code, String message) {
        refusals.put(whom, FakeEntra.refusal(status, error, code, message));
    }

    Reply deviceCode() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user_code", "ABCD-EFGH");
        body.put("device_code", "device-1");
        body.put("verification_uri", "https://microsoft.com/devicelogin");
        body.put("expires_in", pending < 0 ? 1 : 900);
        body.put("interval", 1);
        body.put("message", "open https://microsoft.com/devicelogin and enter the code ABCD-EFGH");
        return new Reply(200, body);
    }

    Reply token(Map<String, String> form, EntraTokens tokens) {
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> ofApp(form)
                    .orElseGet(() -> new Reply(200, tokens.ofApp(form.get("client_id"))));
            case "refresh_token" -> ofPerson(tokens);
            case "device_code", "urn:ietf:params:oauth:grant-type:device_code" -> ofDevice(tokens);
            default -> FakeEntra.refusal(400, "unsupported_grant_type", 70003, "The grant is not supported.");
        };
    }

    /** Why an application gets no token. */
    private Optional<Reply> ofApp(Map<String, String> form) {
        String app = form.get("client_id");
        if (!keys.containsKey(app)) {
            return Optional.of(FakeEntra.refusal(
                    400, "unauthorized_client", 700016, "Application with identifier '" + app + "' was not found."));
        }
        if (form.containsKey("client_assertion")) {
            return ClientAssertion.of(form.get("client_assertion"))
                    .refusal(
                            app,
                            FakeEntra.TOKEN_ADDRESS,
                            certificates,
                            Instant.now().plus(ahead))
                    .or(() -> Optional.ofNullable(refusals.get(app)));
        }
        if (!keys.get(app).equals(form.get("client_secret"))) {
            return Optional.of(FakeEntra.refusal(401, "invalid_client", 7000215, "Invalid client secret provided."));
        }
        return Optional.ofNullable(refusals.get(app));
    }

    private Reply ofDevice(EntraTokens tokens) {
        if (pending != 0) {
            pending = pending > 0 ? pending - 1 : pending;
            return FakeEntra.refusal(400, "authorization_pending", 70016, "The code was not entered yet.");
        }
        return ofPerson(tokens);
    }

    private Reply ofPerson(EntraTokens tokens) {
        return Optional.ofNullable(refusals.get(PERSON)).orElseGet(() -> new Reply(200, tokens.ofPerson(PERSON)));
    }
}
