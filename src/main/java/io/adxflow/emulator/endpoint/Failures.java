package io.adxflow.emulator.endpoint;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.base.http.FailureHandler;
import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.json.JsonException;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.protocol.ErrorBody;
import io.adxflow.emulator.protocol.ErrorBody.InnerError;
import io.adxflow.emulator.protocol.RequestInfo;
import io.adxflow.emulator.storage.Storage;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that says how a failure is told: HTTP status, code, type, and whether it is permanent. */
public final class Failures implements FailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String INVALID = "Request is invalid and cannot be executed.";
    private static final String LOW_MEMORY = "(80DA0007)";
    private static final String BAD_REQUEST = "Kusto.Data.Exceptions.KustoBadRequestException";

    private final Exchanges exchanges;

    Failures(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public Response respond(Request request, Throwable failure) {
        return failure instanceof HttpException refused
                ? Storage.refusal(request, refused).orElseGet(() -> told(request, failure))
                : told(request, failure);
    }

    private Response told(Request request, Throwable failure) {
        ErrorBody body = body(failure);
        RequestInfo info = exchanges.info(request);
        Response answer = Response.json(body.status(), body.json(info));
        return exchanges.respond(
                request, info, body.status() == 401 ? answer.withHeader("WWW-Authenticate", "Bearer") : answer);
    }

    /** How a failure of any kind is told. */
    static ErrorBody body(Throwable failure) {
        if (failure instanceof UserException mistakes) {
            Diagnostic first = mistakes.diagnostics().get(0);
            return first.problem() instanceof CommandProblem problem ? ofCommand(problem, mistakes) : ofQuery(mistakes);
        }
        if (failure instanceof ServiceException refused) {
            return refused.body();
        }
        if (failure instanceof RemoteException remote) {
            return ofStore(remote);
        }
        return ofRequest(failure).orElseGet(() -> ofFault(failure));
    }

    private static Optional<ErrorBody> ofRequest(Throwable failure) {
        if (failure instanceof HttpException refused) {
            String code = codeOf(refused.status());
            return Optional.of(plain(refused.status(), code, BAD_REQUEST, refused.getMessage(), true));
        }
        if (failure instanceof JsonException notJson) {
            String message = "the request body is not JSON: " + notJson.getMessage();
            return Optional.of(plain(400, "BadRequest", BAD_REQUEST, message, true));
        }
        if (failure instanceof IOException unreadable) {
            String message = "the request could not be read: " + unreadable.getMessage();
            return Optional.of(plain(400, "BadRequest", BAD_REQUEST, message, true));
        }
        return Optional.empty();
    }

    private static ErrorBody ofFault(Throwable failure) {
        LOG.error("a request failed through a fault of the emulator", failure);
        String message = "internal error of the emulator, please report it with the stack trace in its log: " + failure;
        return plain(
                500,
                "InternalServiceError",
                "Kusto.Data.Exceptions.KustoInternalServiceErrorException",
                message,
                false);
    }

    /** Entities that are missing or there already are told in Kusto's words alone, because clients compare them. */
    private static ErrorBody ofCommand(CommandProblem problem, UserException mistakes) {
        boolean syntax = problem.kustoType().endsWith("SyntaxException");
        String message = problem.code().startsWith("CMD2")
                ? mistakes.diagnostics().get(0).message() + hint(mistakes)
                : (syntax ? "Syntax error: " : "") + mistakes.getMessage();
        return new ErrorBody(
                problem.httpStatus(),
                problem.kustoCode(),
                problem.kustoType(),
                INVALID,
                message,
                problem.httpStatus() < 500,
                Optional.empty());
    }

    private static String hint(UserException mistakes) {
        return mistakes.diagnostics()
                .get(0)
                .hint()
                .map(hint -> "\nhint: " + hint)
                .orElse("");
    }

    private static ErrorBody ofQuery(UserException mistakes) {
        Diagnostic first = mistakes.diagnostics().get(0);
        boolean syntax = first.code().startsWith("KQL1");
        String kind = syntax ? "Syntax error: " : "Semantic error: ";
        String type = "Kusto.Data.Exceptions." + (syntax ? "SyntaxException" : "SemanticException");
        String code = syntax ? "SYN0002" : "SEM0100";
        Optional<SourceText> source = first.source();
        int offset = first.span().start();
        String found = first.code() + ": " + first.message();
        InnerError inner = new InnerError(
                code,
                type,
                found,
                kind + code + ": " + found,
                source.map(SourceText::text).orElse(""),
                source.map(text -> text.line(offset)).orElse(1),
                source.map(text -> text.column(offset)).orElse(offset + 1));
        String message = "Request is invalid and cannot be processed: " + kind + code + ": " + mistakes.getMessage();
        return new ErrorBody(400, "General_BadRequest", BAD_REQUEST, INVALID, message, true, Optional.of(inner));
    }

    private static ErrorBody ofStore(RemoteException remote) {
        int status = remote.status() == 0 ? 500 : remote.status();
        return switch (status) {
            case 504 -> plain(
                    status,
                    "RequestExecutionTimeout",
                    "Kusto.Data.Exceptions.KustoServiceTimeoutException",
                    remote.getMessage(),
                    false);
            case 400 -> plain(
                    status,
                    "General_BadRequest",
                    "Kusto.Data.Exceptions.KustoServicePartialQueryFailure"
                            + (remote.getMessage().contains(LOW_MEMORY) ? "LowMemoryConditionException" : "Exception"),
                    remote.getMessage(),
                    false);
            default -> plain(
                    status,
                    "InternalServiceError",
                    "Kusto.Data.Exceptions.KustoInternalServiceErrorException",
                    remote.getMessage(),
                    false);
        };
    }

    private static ErrorBody plain(int status, String code, String type, String message, boolean permanent) {
        return new ErrorBody(status, code, type, INVALID, message, permanent, Optional.empty());
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 405 -> "MethodNotAllowed";
            case 413 -> "RequestTooLarge";
            default -> "BadRequest";
        };
    }
}
