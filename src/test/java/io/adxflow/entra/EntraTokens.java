package io.adxflow.entra;

import io.adxflow.base.json.Json;
import io.adxflow.canary.Canary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The tokens that a {@link FakeEntra} issues: each is another one, and says for whom. */
public final class EntraTokens {
    private final List<String> issued = new ArrayList<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private final Map<String, String> holders = new HashMap<>();
    private int seconds = 3599;

    /** How long the next tokens live. */
    public synchronized void liveFor(int seconds) {
        this.seconds = seconds;
    }

    /** Every token that was issued, access tokens and refresh tokens. */
    public synchronized List<String> issued() {
        return List.copyOf(issued);
    }

    /** Whether a token was issued here and has not ended. */
    public synchronized boolean isValid(String token) {
        return Instant.now().isBefore(ends.getOrDefault(token, Instant.MIN));
    }

    /** The application or the person that a token was issued for. */
    public synchronized String holder(String token) {
        return holders.get(token);
    }

    /** Returns when a token has ended. */
    public void awaitEnd(String token) {
        Instant end;
        synchronized (this) {
            end = ends.get(token);
        }
        long left = Duration.between(Instant.now(), end).toMillis() + 1;
        new CompletableFuture<String>()
                .completeOnTimeout(token, Math.max(0, left), TimeUnit.MILLISECONDS)
                .join();
    }

    synchronized Map<String, Object> ofApp(String appId) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", seconds);
        answer.put("ext_expires_in", seconds);
        answer.put("access_token", jwt(Map.of("appid", appId, "tid", FakeEntra.TENANT, "idtyp", "app")));
        return answer;
    }

    synchronized Map<String, Object> ofMachine(String clientId, String resource) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("resource", resource);
        answer.put("expires_on", String.valueOf(Instant.now().getEpochSecond() + seconds));
        answer.put("access_token", jwt(Map.of("appid", clientId, "tid", FakeEntra.TENANT)));
        return answer;
    }

    synchronized Map<String, Object> ofPerson(String name) {
        Map<String, Object> answer = ofApp("person");
        String refresh = Canary.secret("refresh-" + issued.size());
        issued.add(refresh);
        answer.put("access_token", jwt(Map.of("upn", name, "tid", FakeEntra.TENANT)));
        answer.put("refresh_token", refresh);
        answer.put("scope", "https://kusto.kusto.windows.net/.default");
        answer.put(
                "id_token",
                jwt(Map.of("preferred_username", name, "oid", "oid-1", "sub", "sub-1", "tid", FakeEntra.TENANT)));
        answer.put("client_info", encoded(Map.of("uid", "oid-1", "utid", FakeEntra.TENANT)));
        return answer;
    }

    private String jwt(Map<String, Object> claims) {
        Map<String, Object> payload = new LinkedHashMap<>(claims);
        payload.put("jti", "token-" + issued.size());
        payload.put("exp", Instant.now().getEpochSecond() + seconds);
        String token = encoded(Map.of("alg", "RS256", "typ", "JWT")) + "." + encoded(payload) + "."
                + Canary.plain(issued.size());
        issued.add(token);
        ends.put(token, Instant.now().plusSeconds(seconds));
        holders.put(token, String.valueOf(claims.getOrDefault("upn", claims.get("appid"))));
        return token;
    }

    private static String encoded(Map<String, Object> json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }
}
