package io.adxflow.secret.entra;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For whom a token was issued, by its own <a
 * href="https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference">claims</a>. They are read to be
 * shown, never to decide anything.
 */
public record TokenClaims(Optional<String> person, String application, String tenant) {
    /** @throws io.adxflow.base.diagnostic.UserException when the token is not one of Entra ID */
    public static TokenClaims of(Secret token) {
        try {
            String payload = token.reveal().split("\\.")[1];
            Map<?, ?> claims =
                    (Map<?, ?>) Json.read(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
            Optional<String> person = Stream.of("upn", "preferred_username", "unique_name")
                    .flatMap(name -> text(claims, name).stream())
                    .findFirst();
            String application =
                    text(claims, "appid").or(() -> text(claims, "azp")).orElse("");
            return new TokenClaims(person, application, text(claims, "tid").orElse(""));
        } catch (JsonException | ClassCastException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            // The token itself must not show, nor what of it could not be read.
            throw EntraProblem.NOT_A_TOKEN.at(Span.at(0)).toException();
        }
    }

    private static Optional<String> text(Map<?, ?> claims, String name) {
        return Optional.ofNullable(claims.get(name)).map(Object::toString);
    }
}
