package io.adxflow.run.access;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxProblem;
import io.adxflow.secret.entra.Entra;
import io.adxflow.secret.entra.Identity;
import io.adxflow.secret.entra.Tenants;
import io.adxflow.secret.entra.TokenClaims;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom ADX knows: {@code aadapp=<application>;<tenant>} or {@code aaduser=<name>;<tenant>}, as <a
 * href="https://learn.microsoft.com/kusto/management/reference-security-principals">commands</a> write it.
 */
public record Principal(String text) {
    /** Whether a text is one. */
    public static boolean isOne(String text) {
        return text.matches("aad(app|user|group)=[^;'\\s]+(;[^;'\\s]+)?");
    }

    /**
     * Who a sign-in is. Where the environment does not say it, the token does.
     *
     * @throws io.adxflow.base.diagnostic.UserException when it is nobody, or the sign-in is refused
     */
    public static Principal of(AdxAuth auth) {
        if (auth instanceof AdxAuth.Entra entra) {
            return app(entra)
                    .orElseGet(() -> ofClaims(TokenClaims.of(Entra.tokens(entra.identity(), entra.cloud())
                            .token()
                            .value())));
        }
        if (auth instanceof AdxAuth.Token token) {
            return ofClaims(TokenClaims.of(token.token()));
        }
        throw AdxProblem.NO_PRINCIPAL
                .with()
                .withHint("name whom to grant: --principal 'aadapp=<application id>;<tenant id>'")
                .toException();
    }

    /** Whether it is the one that {@code .show principals} lists as a fully qualified name. */
    boolean isListedAs(String name) {
        String wanted = text.toLowerCase(Locale.ROOT);
        String listed = name.toLowerCase(Locale.ROOT);
        return listed.equals(wanted) || listed.startsWith(wanted + ";") || wanted.startsWith(listed + ";");
    }

    private static Optional<Principal> app(AdxAuth.Entra entra) {
        if (entra.identity() instanceof Identity.AppKey app) {
            return Optional.of(app(app.appId(), Tenants.id(app.tenant(), entra.cloud())));
        }
        if (entra.identity() instanceof Identity.AppCertificate app) {
            return Optional.of(app(app.appId(), Tenants.id(app.tenant(), entra.cloud())));
        }
        return Optional.empty();
    }

    private static Principal app(String id, String tenant) {
        return new Principal("aadapp=" + id + ";" + tenant);
    }

    private static Principal ofClaims(TokenClaims claims) {
        return claims.person()
                .map(name -> new Principal("aaduser=" + name + ";" + claims.tenant()))
                .orElseGet(() -> app(claims.application(), claims.tenant()));
    }
}
