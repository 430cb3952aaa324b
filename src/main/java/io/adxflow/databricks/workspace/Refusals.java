package io.adxflow.databricks.workspace;

import static io.adxflow.databricks.deploy.DeployProblem.NOT_SIGNED_IN;
import static io.adxflow.databricks.deploy.DeployProblem.NO_PROFILE;
import static io.adxflow.databricks.deploy.DeployProblem.TWO_SIGN_INS;

import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.error.details.RequestInfo;
import io.adxflow.base.diagnostic.RemoteException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes one message of what the SDK throws: what was asked for, what came back, and what to do. */
final class Refusals {
    private static final String WAYS_IN = "set DATABRICKS_TOKEN, or run: databricks auth login --host ";

    /** Databricks answers 403 with these to tokens that it does not take. */
    private static final Pattern STALE = Pattern.compile(
            "invalid access token|JWT has expired|token expired|token is expir", Pattern.CASE_INSENSITIVE);

    private Refusals() {}

    /**
     * @param what the request: its method and its path
     * @return what to throw: the user's mistake, when there is no way to sign in
     */
    static RuntimeException of(URI host, String what, Exception failure) {
        String said = String.valueOf(failure.getMessage());
        if (said.contains("profile configured")) {
            return NO_PROFILE
                    .with(said.replaceFirst("^resolve: ", "").replaceFirst("\\. Config:(?s).*", ""))
                    .withHint("unset DATABRICKS_CONFIG_PROFILE, or run: databricks auth login --host " + host
                            + " --profile <name>")
                    .toException();
        }
        if (said.contains("more than one authorization method")) {
            return TWO_SIGN_INS
                    .with(said.replaceFirst("(?s).*configured: ", "").replaceFirst("\\. Config:(?s).*", ""))
                    .withHint("set DATABRICKS_AUTH_TYPE to one of them, or unset the variables of the others")
                    .toException();
        }
        if (said.contains("cannot configure default credentials")) {
            return NOT_SIGNED_IN
                    .with(host)
                    .withHint(WAYS_IN + host + ", or az login")
                    .toException();
        }
        return remote(host, what, failure);
    }

    private static RemoteException remote(URI host, String what, Exception failure) {
        Optional<DatabricksError> answer = answer(failure);
        int status = answer.map(DatabricksError::getStatusCode).orElse(0);
        String reason = answer.map(error -> error.getErrorCode() + ": " + error.getMessage())
                .orElseGet(() -> reason(failure));
        String id = answer.flatMap(Refusals::requestId).orElse("");
        return new RemoteException(
                "Databricks at " + host + " did not do " + what + ": " + reason
                        + (id.isEmpty() ? "" : " (request " + id + ")")
                        + hint(host, status, reason, failure),
                status == 429 || status >= 500 || status == 0,
                status,
                id,
                failure);
    }

    /** The SDK has a number of its own for requests that nobody answered. */
    private static Optional<DatabricksError> answer(Exception failure) {
        Throwable cause = failure instanceof DatabricksError ? failure : failure.getCause();
        return cause instanceof DatabricksError error && !"IO_ERROR".equals(error.getErrorCode())
                ? Optional.of(error)
                : Optional.empty();
    }

    private static String reason(Exception failure) {
        String said = String.valueOf(failure.getMessage());
        if (said.startsWith("Unexpected character ('<'")) {
            return "it answered with a web page";
        }
        Throwable cause = failure.getCause();
        return cause == null || cause.getMessage() == null ? said : said + ": " + cause.getMessage();
    }

    private static Optional<String> requestId(DatabricksError error) {
        return Optional.ofNullable(error.getErrorDetails())
                .flatMap(details -> details.requestInfo())
                .map(RequestInfo::requestId);
    }

    private static String hint(URI host, int status, String reason, Exception failure) {
        if (status == 401 || STALE.matcher(reason).find()) {
            return hinted("the token has expired, was revoked or is of another workspace: " + WAYS_IN + host);
        }
        if (reason.contains("userAADToken")) {
            return hinted(
                    "sign in with az login and unset DATABRICKS_TOKEN: a token of the workspace opens no key vault");
        }
        if (reason.matches("RESOURCE_DOES_NOT_EXIST: Scope .*")) {
            return hinted("adxflow secrets create-scope makes one, adxflow secrets list shows them");
        }
        if (status == 403) {
            return hinted("ask an administrator of the workspace for the permission");
        }
        if (status == 429) {
            return hinted("the workspace has too many requests at the moment; repeat the command later");
        }
        if (isCausedBy(failure, UnknownHostException.class)) {
            return hinted("no such host: 'host:' of the environment is the address of the workspace,"
                    + " https://adb-<number>.<number>.azuredatabricks.net");
        }
        return status == 0 ? hinted("is 'host:' the address of the workspace, and is it reached from here?") : "";
    }

    private static String hinted(String hint) {
        return "\n    hint: " + hint;
    }

    private static boolean isCausedBy(Throwable failure, Class<?> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
