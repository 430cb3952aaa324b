package io.adxflow.databricks.workspace;

import com.databricks.sdk.core.ApiClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.DatabricksException;
import com.databricks.sdk.core.http.Request;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of a workspace's REST API. The SDK signs in by its own chain (token, application, Azure CLI, profile) and waits when
 * it is throttled; every answer that is no becomes one {@link RemoteException}.
 */
public final class Workspace {
    private static final int NOT_FOUND = 404;

    private final URI host;
    private final ApiClient api;

    private Workspace(URI host, ApiClient api) {
        this.host = host;
        this.api = api;
    }

    /** @param token a personal access token; without one the SDK looks for a way to sign in */
    public static Workspace connect(URI host, Optional<String> token) {
        DatabricksConfig config = new DatabricksConfig().setHost(host.toString());
        token.ifPresent(config::setToken);
        try {
            return new Workspace(host, new ApiClient(config.resolve()));
        } catch (DatabricksException e) {
            throw refused(host, "sign-in", e);
        }
    }

    URI host() {
        return host;
    }

    Map<?, ?> get(String path) {
        return call(new Request(Request.GET, path), HashMap.class);
    }

    Map<?, ?> post(String path, Map<String, ?> body) {
        Request request = new Request(Request.POST, path, Json.write(body));
        return call(request.withHeader("Content-Type", "application/json"), HashMap.class);
    }

    void putJson(String path, Map<String, ?> body) {
        Request request = new Request(Request.PUT, path, Json.write(body));
        call(request.withHeader("Content-Type", "application/json"), HashMap.class);
    }

    void upload(String file, byte[] bytes) {
        Request request = new Request(
                Request.PUT, "/api/2.0/fs/files" + file + "?overwrite=true", new ByteArrayInputStream(bytes));
        call(request.withHeader("Content-Type", "application/octet-stream"), Void.class);
    }

    void createFolder(String folder) {
        call(new Request(Request.PUT, "/api/2.0/fs/directories" + folder), Void.class);
    }

    void deleteFile(String file) {
        call(new Request(Request.DELETE, "/api/2.0/fs/files" + file), Void.class);
    }

    boolean hasFile(String file) {
        return isThere("/api/2.0/fs/files" + file);
    }

    boolean hasFolder(String folder) {
        return isThere("/api/2.0/fs/directories" + folder);
    }

    /** Who we are there. */
    public Map<?, ?> me() {
        return get("/api/2.0/preview/scim/v2/Me");
    }

    private boolean isThere(String path) {
        try {
            call(new Request(Request.HEAD, path), Void.class);
            return true;
        } catch (RemoteException e) {
            if (e.status() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private <T> T call(Request request, Class<T> type) {
        String what = request.getMethod() + " " + request.getUrl().replaceFirst("\\?.*", "");
        try {
            return api.execute(request.withHeader("Accept", "application/json"), type);
        } catch (DatabricksException | IOException e) {
            throw refused(host, what, e);
        }
    }

    private static RemoteException refused(URI host, String what, Exception failure) {
        Throwable cause = failure instanceof DatabricksError ? failure : failure.getCause();
        boolean isAnswer = cause instanceof DatabricksError;
        int status = isAnswer ? ((DatabricksError) cause).getStatusCode() : 0;
        String reason = isAnswer
                ? ((DatabricksError) cause).getErrorCode() + ": " + cause.getMessage()
                : String.valueOf(failure.getMessage());
        return new RemoteException(
                "Databricks at " + host + " did not do " + what + ": " + reason + hint(status),
                status == 429 || status >= 500 || status == 0,
                status,
                "",
                failure);
    }

    private static String hint(int status) {
        return switch (status) {
            case 401 -> "\n    hint: sign in: set DATABRICKS_TOKEN, or run databricks auth login or az login";
            case 403 -> "\n    hint: ask an administrator of the workspace for the permission";
            case 429 -> "\n    hint: the workspace has too many requests at the moment; repeat the command later";
            case 0 -> "\n    hint: is 'host:' the address of the workspace, and is there a way to sign in?";
            default -> "";
        };
    }

    static List<?> list(Map<?, ?> answer, String key) {
        return answer.get(key) instanceof List<?> list ? list : List.of();
    }

    static long number(Map<?, ?> answer, String key) {
        return ((Number) answer.get(key)).longValue();
    }

    static Map<?, ?> object(Map<?, ?> answer, String key) {
        return answer.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    static String text(Map<?, ?> answer, String key) {
        return answer.get(key) == null ? "" : answer.get(key).toString();
    }
}
