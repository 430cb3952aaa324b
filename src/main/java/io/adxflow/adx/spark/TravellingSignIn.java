package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.secret.Secret;
import io.adxflow.secret.entra.ClientCertificate;
import io.adxflow.secret.entra.Cloud;
import io.adxflow.secret.entra.Entra;
import io.adxflow.secret.entra.Identity;
import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A sign-in on its way to an executor: plain texts, secrets among them, none of which is ever printed. An application and
 * a managed identity sign in there again and renew their tokens. A person and the user of the Azure CLI cannot, as what
 * they signed in with is on the driver: their executors get the token of the moment, which lives about an hour.
 */
final class TravellingSignIn implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String NOTHING = "";

    private final String name;
    private final List<String> texts;

    private TravellingSignIn(String name, List<String> texts) {
        this.name = name;
        this.texts = texts;
    }

    static TravellingSignIn of(AdxAuth auth) {
        return new TravellingSignIn(SignIns.name(auth), texts(auth));
    }

    /** The sign-in itself where it began, otherwise its equal. */
    AdxAuth auth() {
        return SignIns.find(name).orElseGet(this::arrived);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TravellingSignIn signIn && name.equals(signIn.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }

    private static List<String> texts(AdxAuth auth) {
        if (auth instanceof AdxAuth.Token token) {
            return List.of("token", token.token().reveal());
        }
        if (!(auth instanceof AdxAuth.Entra entra)) {
            return List.of("none");
        }
        if (entra.identity().isOfThisMachine()) {
            Secret now = Entra.tokens(entra.identity(), entra.cloud()).token().value();
            return List.of("token", now.reveal());
        }
        Cloud cloud = entra.cloud();
        String standIn = cloud.standIn().map(URI::toString).orElse(NOTHING);
        if (entra.identity() instanceof Identity.AppKey app) {
            return List.of(
                    "key",
                    cloud.word(),
                    standIn,
                    app.tenant(),
                    app.appId(),
                    app.key().reveal());
        }
        if (entra.identity() instanceof Identity.AppCertificate app) {
            ClientCertificate certificate = app.certificate();
            String password = certificate.password().map(Secret::reveal).orElse(NOTHING);
            String content = certificate.content().reveal();
            return List.of("certificate", cloud.word(), standIn, app.tenant(), app.appId(), content, password);
        }
        Identity.Managed managed = (Identity.Managed) entra.identity();
        return List.of("managed", cloud.word(), standIn, managed.id().orElse(NOTHING));
    }

    /** What stands in another JVM. */
    AdxAuth arrived() {
        return switch (texts.get(0)) {
            case "none" -> new AdxAuth.None();
            case "token" -> new AdxAuth.Token(new Secret(texts.get(1)));
            default -> new AdxAuth.Entra(identity(), cloud());
        };
    }

    private Cloud cloud() {
        Cloud cloud = Cloud.ofWord(texts.get(1)).orElseThrow();
        return texts.get(2).isEmpty() ? cloud : cloud.playedBy(URI.create(texts.get(2)));
    }

    private Identity identity() {
        return switch (texts.get(0)) {
            case "key" -> new Identity.AppKey(texts.get(3), texts.get(4), new Secret(texts.get(5)));
            case "certificate" -> new Identity.AppCertificate(
                    texts.get(3),
                    texts.get(4),
                    new ClientCertificate(
                            new Secret(texts.get(5)), optional(texts.get(6)).map(Secret::new)));
            default -> new Identity.Managed(optional(texts.get(3)));
        };
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
