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
        String safe = text;
        if (auth instanceof AdxAuth.Entra entra && entra.identity() instanceof Identity.AppKey app) {
            safe = safe.replace(app.key().reveal(), HIDDEN);
        } else if (auth instanceof AdxAuth.Token token) {
            safe = safe.replace(token.token().reveal(), HIDDEN);
        }
        return BEARER.matcher(SIGNATURE.matcher(safe).replaceAll("$1" + HIDDEN)).replaceAll("$1" + HIDDEN);
    }
}
