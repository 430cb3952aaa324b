package io.adxflow.databricks.workspace;

import com.databricks.sdk.core.ApiClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksException;
import com.databricks.sdk.core.http.Request;
import com.databricks.sdk.core.utils.SystemTimer;
import com.databricks.sdk.core.utils.Timer;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls of a workspace's REST API. The SDK signs in by its own chain (token, application, Azure CLI, profile) and waits when
 * it is throttled; every answer that is no becomes one {@link RemoteException}.
 */
public final class Workspace {
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final URI host;
    private final ApiClient api;

    private Workspace(URI host, ApiClient api) {
        this.host = host;
        this.api = api;
    }

    /**
     * @param token a personal access token; without one the SDK looks for a way to sign in
     * @throws io.adxflow.base.diagnostic.UserException when there is no way to sign in
     */
    public static Workspace connect(URI host, Optional<String> token) {
        return connect(host, token, new SystemTimer());
    }

    /** @param timer measures how long to wait before a request is repeated */
    static Workspace connect(URI host, Optional<String> token, Timer timer) {
        DatabricksConfig config = new DatabricksConfig();
        token.ifPresent(config::setToken);
        return connect(host, config, timer);
    }

    /** @param config what is known of how to sign in */
    static Workspace connect(URI host, DatabricksConfig config, Timer timer) {
        try {
            return new Workspace(
                    host, new ApiClient(config.setHost(host.toString()).resolve(), timer));
        } catch (DatabricksException e) {
            throw Refusals.of(host, "sign-in", e);
        }
    }

    /** Whether a request that failed may have done its work all the same: there was no answer, or none that counts. */
    static boolean mayHaveWorked(RemoteException failure) {
        return failure.status() == 0 || failure.status() >= SERVER_ERROR;
    }

    URI host() {
        return host;
    }

    Map<?, ?> get(String path) {
        return call(new Request(Request.GET, path), HashMap.class);
    }

    /** All items of a list that comes in pages. */
    List<Map<?, ?>> pages(String path, String key) {
        List<Map<?, ?>> all = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            Map<?, ?> page = get(next);
            list(page, key).forEach(item -> all.add((Map<?, ?>) item));
            String token = text(page, "next_page_token");
            next = token.isEmpty() ? "" : path + (path.contains("?") ? "&" : "?") + "page_token=" + encoded(token);
        }
        return all;
    }

    Map<?, ?> post(String path, Map<String, ?> body) {
        return send(Request.POST, path, body);
    }

    void put(String path, Map<String, ?> body) {
        send(Request.PUT, path, body);
    }

    private Map<?, ?> send(String method, String path, Map<String, ?> body) {
        Request request = new Request(method, path, Json.write(body));
        return call(request.withHeader("Content-Type", "application/json"), HashMap.class);
    }

    void upload(String file, byte[] bytes) {
        Request request = new Request(Request.PUT, file(file) + "?overwrite=true", new RepeatableBody(bytes));
        call(request.withHeader("Content-Type", "application/octet-stream"), Void.class);
    }

    void deleteFile(String file) {
        call(new Request(Request.DELETE, file(file)), Void.class);
    }

    boolean hasFile(String file) {
        return isThere(file(file));
    }

    /** With everything above it. */
    void createFolder(String folder) {
        call(new Request(Request.PUT, directory(folder)), Void.class);
    }

    /** Which must be empty. */
    void deleteFolder(String folder) {
        call(new Request(Request.DELETE, directory(folder)), Void.class);
    }

    boolean hasFolder(String folder) {
        return isThere(directory(folder));
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
            throw Refusals.of(host, what, e);
        }
    }

    private static String file(String path) {
        return "/api/2.0/fs/files" + encodedPath(path);
    }

    static String directory(String path) {
        return "/api/2.0/fs/directories" + encodedPath(path);
    }

    private static String encodedPath(String path) {
        return Stream.of(path.split("/")).map(Workspace::encoded).collect(Collectors.joining("/"));
    }

    /** A text as a part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
