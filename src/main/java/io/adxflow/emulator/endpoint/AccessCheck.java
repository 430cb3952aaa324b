package io.adxflow.emulator.endpoint;

import io.adxflow.base.http.Request;
import io.adxflow.emulator.command.language.Access;
import io.adxflow.emulator.protocol.ErrorBody;
import java.util.Locale;
import java.util.Optional;

/** Who sends a request. Without tokens nobody is asked, and everybody may do everything. */
final class AccessCheck {
    private static final String BEARER = "bearer ";

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
                        .map(found -> new Access(found.name(), Optional.of(found.roles())))
                        .orElseThrow(AccessCheck::unknown))
                .orElse(Access.UNCHECKED);
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
