package io.adxflow.adx.client;

import io.adxflow.secret.entra.Identity;
import java.util.regex.Pattern;

/** Takes secrets out of texts that others wrote: service messages and exceptions may repeat what they were sent. */
final class Redaction {
    private static final Pattern SIGNATURE = Pattern.compile("(?i)([?&;]sig=)[^&'\"\\s)]+");
    private static final Pattern BEARER = Pattern.compile("(?i)(Bearer )[A-Za-z0-9._~+/=-]+");
    private static final String HIDDEN = "***";

    private Redaction() {}

    static String of(AdxAuth auth, String text) {
        if (auth instanceof AdxAuth.Entra entra && entra.identity() instanceof Identity.AppKey app) {
            return of(app.key().reveal(), text);
        }
        return of(auth instanceof AdxAuth.Token token ? token.token().reveal() : "", text);
    }

    /** @param secret what was sent; empty when nothing was */
    static String of(String secret, String text) {
        String safe = secret.isEmpty() ? text : text.replace(secret, HIDDEN);
        return BEARER.matcher(SIGNATURE.matcher(safe).replaceAll("$1" + HIDDEN)).replaceAll("$1" + HIDDEN);
    }
}
