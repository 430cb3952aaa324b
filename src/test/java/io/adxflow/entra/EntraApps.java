package io.adxflow.entra;

import io.adxflow.entra.FakeEntra.Reply;
import io.adxflow.entra.FakeEntra.Request;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Whom a {@link FakeEntra} knows, and how it decides. */
public final class EntraApps {
    static final String PERSON = "ada@contoso.com";

    private final Map<String, String> keys = new HashMap<>(Map.of(FakeEntra.APP, FakeEntra.KEY));
    private final Set<String> expired = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();
    private int pending = 1;
    private String managedId = "";

    /** The key of the application is no longer accepted. */
    public void expireKeys() {
        expired.add(FakeEntra.APP);
    }

    /** No refresh token is accepted any more. */
    public void revokePerson() {
        revoked.add(PERSON);
    }

    /** How often a device code is not entered yet when it is asked about; -1 for never. */
    public void codeIsEnteredAfter(int times) {
        pending = times;
    }

    /** The machine has one identity, by its client id. */
    public void assignToMachine(String clientId) {
        managedId = clientId;
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
            case "client_credentials" -> ofApp(form, tokens);
            case "refresh_token" -> revoked.contains(PERSON)
                    ? FakeEntra.refusal(400, "invalid_grant", 50173, "The provided grant has expired.")
                    : new Reply(200, tokens.ofPerson(PERSON));
            case "device_code", "urn:ietf:params:oauth:grant-type:device_code" -> ofDevice(tokens);
            default -> FakeEntra.refusal(400, "unsupported_grant_type", 70003, "The grant is not supported.");
        };
    }

    private Reply ofApp(Map<String, String> form, EntraTokens tokens) {
        String app = form.get("client_id");
        if (!keys.containsKey(app)) {
            return FakeEntra.refusal(
                    400, "unauthorized_client", 700016, "Application with identifier '" + app + "' was not found.");
        }
        if (form.containsKey("client_assertion")) {
            return new Reply(200, tokens.ofApp(app));
        }
        if (!keys.get(app).equals(form.get("client_secret"))) {
            return FakeEntra.refusal(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }
        return expired.contains(app)
                ? FakeEntra.refusal(401, "invalid_client", 7000222, "The provided client secret keys are expired.")
                : new Reply(200, tokens.ofApp(app));
    }

    private Reply ofDevice(EntraTokens tokens) {
        if (pending < 0 || pending-- > 0) {
            return FakeEntra.refusal(400, "authorization_pending", 70016, "The code was not entered yet.");
        }
        return new Reply(200, tokens.ofPerson(PERSON));
    }

    Reply managed(Request request, EntraTokens tokens) {
        String asked = request.form().getOrDefault("client_id", managedId);
        boolean isKnown = !managedId.isEmpty() && asked.equals(managedId);
        if (!"true".equals(request.headers().get("metadata")) || !isKnown) {
            return new Reply(400, Map.of("error", "invalid_request", "error_description", "Identity not found"));
        }
        return new Reply(200, tokens.ofMachine(managedId, request.form().get("resource")));
    }
}
