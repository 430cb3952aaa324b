package io.adxflow.databricks;

import com.databricks.sdk.service.files.ListDirectoryResponse;
import io.adxflow.base.http.Handler;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.Routes;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The files of one volume.
 *
 * @see <a href="https://docs.databricks.com/api/workspace/files">Files API</a>
 */
public final class FakeFiles {
    static final String VOLUME = "/Volumes/main/etl/adxflow";
    private static final String FILES = "/api/2.0/fs/files";
    private static final String FOLDERS = "/api/2.0/fs/directories";
    private static final int DEEPEST = 16;

    public final Map<String, byte[]> files = new TreeMap<>();
    public final TreeSet<String> folders = new TreeSet<>(List.of(VOLUME));

    void addTo(Routes routes, UnaryOperator<Handler> guarded) {
        for (int depth = 1; depth < DEEPEST; depth++) {
            StringBuilder pattern = new StringBuilder();
            for (int part = 0; part < depth; part++) {
                pattern.append("/{p").append(part).append('}');
            }
            routes.head(FILES + pattern, guarded.apply(this::file))
                    .put(FILES + pattern, guarded.apply(this::upload))
                    .delete(FILES + pattern, guarded.apply(this::deleteFile))
                    .head(FOLDERS + pattern, guarded.apply(this::folder))
                    .get(FOLDERS + pattern, guarded.apply(this::list))
                    .put(FOLDERS + pattern, guarded.apply(this::createFolder))
                    .delete(FOLDERS + pattern, guarded.apply(this::deleteFolder));
        }
    }

    private Response file(Request request) {
        require(files.containsKey(path(request, FILES)), "file", request);
        return Response.empty(200);
    }

    private Response upload(Request request) throws IOException {
        String path = path(request, FILES);
        require(folders.contains(parent(path)), "parent directory", request);
        if (files.containsKey(path) && !request.queryParameter("overwrite").equals(Optional.of("true"))) {
            throw new Wire.Refusal(409, "ALREADY_EXISTS", "The file being created already exists");
        }
        files.put(path, request.bytes(Wire.LIMIT));
        return Response.empty(204);
    }

    private Response deleteFile(Request request) {
        require(files.remove(path(request, FILES)) != null, "file", request);
        return Response.empty(204);
    }

    private Response folder(Request request) {
        require(folders.contains(path(request, FOLDERS)), "directory", request);
        return Response.empty(200);
    }

    private Response createFolder(Request request) {
        String path = path(request, FOLDERS);
        require(path.startsWith(VOLUME), "volume", request);
        for (String folder = path; !folders.contains(folder); folder = parent(folder)) {
            folders.add(folder);
        }
        return Response.empty(204);
    }

    private Response deleteFolder(Request request) {
        String path = path(request, FOLDERS);
        require(folders.contains(path), "directory", request);
        if (!children(path).isEmpty()) {
            throw new Wire.Refusal(400, "DIRECTORY_NOT_EMPTY", "The directory being deleted is not empty");
        }
        folders.remove(path);
        return Response.empty(204);
    }

    private Response list(Request request) {
        String path = path(request, FOLDERS);
        require(folders.contains(path), "directory", request);
        Wire.Page<Map<String, Object>> page = Wire.page(request, children(path), 2, 1000);
        Map<String, Object> answer = new TreeMap<>(Map.of("contents", page.items()));
        if (!page.next().isEmpty()) {
            answer.put("next_page_token", page.next());
        }
        return Wire.answer(answer, ListDirectoryResponse.class);
    }

    private List<Map<String, Object>> children(String folder) {
        List<Map<String, Object>> children = new ArrayList<>();
        folders.stream().filter(path -> parent(path).equals(folder)).forEach(path -> children.add(entry(path, true)));
        files.keySet().stream()
                .filter(path -> parent(path).equals(folder))
                .forEach(path -> children.add(entry(path, false)));
        return children;
    }

    private static Map<String, Object> entry(String path, boolean isDirectory) {
        return Map.of("path", path, "name", path.substring(path.lastIndexOf('/') + 1), "is_directory", isDirectory);
    }

    private static void require(boolean isThere, String what, Request request) {
        if (!isThere) {
            throw new Wire.Refusal(404, "NOT_FOUND", "The " + what + " of " + request.path() + " is not found");
        }
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static String path(Request request, String prefix) {
        return URLDecoder.decode(request.path().substring(prefix.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
