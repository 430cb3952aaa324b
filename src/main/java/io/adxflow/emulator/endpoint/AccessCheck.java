package io.adxflow.emulator.endpoint;

import io.adxflow.base.http.Request;
import io.adxflow.emulator.command.language.Access;
import io.adxflow.emulator.protocol.ErrorBody;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who sends a request. Without tokens nobody is asked, and everybody may do everything. */
final class AccessCheck {
    private static final String BEARER = "bearer ";
    private static final String STRANGER = "unknown";

    private final Optional<AccessTokens> tokens;

    AccessCheck(Optional<AccessTokens> tokens) {
        this.tokens = tokens;
    }

    /** @throws ServiceException 401 without a token that is known */
    Access of(Request request) {
        return tokens.map(known -> request.header("Authorization")
                        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                        .flatMap(value ->
                                known.principal(value.substring(BEARER.length()).strip()))
                        .map(AccessCheck::access)
                        .orElseThrow(AccessCheck::unknown))
                .orElse(Access.UNCHECKED);
    }

    /** Of somebody who is known by name; of a stranger, or of one whose token was taken away, there are no rights. */
    Access of(Optional<String> principal) {
        return tokens.map(known -> principal
                        .flatMap(known::named)
                        .map(AccessCheck::access)
                        .orElse(new Access(principal.orElse(STRANGER), Optional.of(List.of()))))
                .orElse(Access.UNCHECKED);
    }

    private static Access access(AccessTokens.Principal principal) {
        return new Access(principal.name(), Optional.of(principal.roles()));
    }

    private static ServiceException unknown() {
        return new ServiceException(new ErrorBody(
                401,
                "Unauthorized",
                "Kusto.Data.Exceptions.KustoUnauthorizedException",
                "Authentication failed.",
                "the request needs a bearer token that this emulator knows, in the header Authorization",
                true,
                Optional.empty()));
    }
}
