package io.adxflow.databricks;

import io.adxflow.base.http.Handler;
import io.adxflow.base.http.HttpServer;
import io.adxflow.base.http.HttpServerOptions;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.Routes;
import io.adxflow.base.json.Json;
import io.adxflow.canary.Canary;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Databricks workspace that keeps what it is told and refuses what the real one refuses: unknown tokens, missing volumes,
 * jobs of others, unknown scopes, and for a while everything, when it is told to be busy.
 */
public final class FakeWorkspace implements AutoCloseable {
    public static final String TOKEN = Canary.secret("pat-of-ann");
    public static final String ME = "ann@contoso.com";
    private static final int LIMIT = 64 << 20;

    public final Map<String, byte[]> files = new TreeMap<>();
    public final Map<Long, Map<String, Object>> jobs = new LinkedHashMap<>();
    public final Map<Long, String> owners = new LinkedHashMap<>();
    public final List<Map<?, ?>> submitted = new ArrayList<>();
    public final Map<String, Map<String, String>> scopes = new TreeMap<>();
    public final Map<String, String> policies = new TreeMap<>();
    public final AtomicInteger busyCalls = new AtomicInteger();
    public volatile boolean refusesJobs;
    public volatile boolean fails;
    private final Map<String, Long> tokens = new LinkedHashMap<>();
    private final Map<Long, Integer> looks = new LinkedHashMap<>();
    private final HttpServer server;

    private FakeWorkspace() {
        Routes routes = new Routes()
                .get(
                        "/api/2.0/preview/scim/v2/Me",
                        checked(request ->
                                ok(Map.of("userName", ME, "groups", List.of(Map.of("display", "analysts"))))))
                .get("/api/2.2/jobs/list", checked(this::list))
                .get("/api/2.0/policies/clusters/get", checked(this::policy))
                .post("/api/2.2/jobs/create", checked(this::create))
                .post("/api/2.2/jobs/reset", checked(this::reset))
                .get("/api/2.0/permissions/jobs/{id}", checked(this::permissions))
                .post("/api/2.2/jobs/runs/submit", checked(this::submit))
                .get("/api/2.2/jobs/runs/get", checked(this::run))
                .get(
                        "/api/2.2/jobs/runs/list",
                        checked(request -> ok(Map.of(
                                "runs", looks.keySet().stream().map(this::state).toList()))))
                .post("/api/2.2/jobs/runs/cancel", checked(this::cancel))
                .get(
                        "/api/2.2/jobs/runs/get-output",
                        checked(request ->
                                ok(Map.of("logs", "one\ntwo\n", "error", "FailedRunException: error JOB211"))))
                .post("/api/2.0/secrets/scopes/create", checked(this::createScope))
                .get(
                        "/api/2.0/secrets/scopes/list",
                        checked(request -> ok(Map.of(
                                "scopes",
                                scopes.keySet().stream()
                                        .map(name -> Map.of("name", name))
                                        .toList()))))
                .post("/api/2.0/secrets/put", checked(this::putSecret))
                .post("/api/2.0/secrets/delete", checked(this::deleteSecret))
                .get("/api/2.0/secrets/list", checked(this::listSecrets));
        for (int depth = 1; depth < 10; depth++) {
            String path = pattern(depth);
            routes.head(
                            "/api/2.0/fs/directories" + path,
                            checked(request -> hasFolder(request)
                                    ? Response.empty(200)
                                    : refused(404, "NOT_FOUND", "no such directory")))
                    .put("/api/2.0/fs/directories" + path, checked(request -> Response.empty(204)))
                    .head(
                            "/api/2.0/fs/files" + path,
                            checked(request -> files.containsKey(file(request))
                                    ? Response.empty(200)
                                    : refused(404, "NOT_FOUND", "no such file")))
                    .put("/api/2.0/fs/files" + path, checked(this::upload))
                    .delete("/api/2.0/fs/files" + path, checked(this::deleteFile));
        }
        server = HttpServer.start(
                HttpServerOptions.anyPort(),
                routes,
                (request, failure) -> refused(500, "INTERNAL_ERROR", failure.toString()));
    }

    public static FakeWorkspace start() {
        return new FakeWorkspace();
    }

    public URI uri() {
        return server.uri();
    }

    private static String pattern(int depth) {
        StringBuilder pattern = new StringBuilder();
        for (int part = 0; part < depth; part++) {
            pattern.append("/{p").append(part).append('}');
        }
        return pattern.toString();
    }

    private Handler checked(Handler handler) {
        return request -> {
            if (!request.header("Authorization").orElse("").equals("Bearer " + TOKEN)) {
                return refused(401, "UNAUTHENTICATED", "the token is not known");
            }
            if (busyCalls.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return refused(429, "RESOURCE_EXHAUSTED", "too many requests").withHeader("Retry-After", "0");
            }
            synchronized (this) {
                return handler.handle(request);
            }
        };
    }

    private Response policy(Request request) {
        String id = request.queryParameter("policy_id").orElseThrow();
        return policies.containsKey(id)
                ? ok(Map.of("policy_id", id, "name", policies.get(id)))
                : refused(404, "RESOURCE_DOES_NOT_EXIST", "no such policy");
    }

    private Response list(Request request) {
        String name = request.queryParameter("name").orElseThrow();
        List<Object> found = new ArrayList<>();
        jobs.forEach((id, settings) -> {
            if (settings.get("name").equals(name)) {
                found.add(Map.of("job_id", id, "creator_user_name", owners.get(id), "settings", Map.of("name", name)));
            }
        });
        return ok(found.isEmpty() ? Map.of() : Map.of("jobs", found));
    }

    private Response create(Request request) throws IOException {
        if (refusesJobs) {
            return refused(403, "PERMISSION_DENIED", "cluster creation is not allowed");
        }
        long id = 100 + jobs.size();
        jobs.put(id, body(request));
        owners.put(id, ME);
        return ok(Map.of("job_id", id));
    }

    @SuppressWarnings("unchecked")
    private Response reset(Request request) throws IOException {
        Map<String, Object> body = body(request);
        long id = (Long) body.get("job_id");
        if (!owners.get(id).equals(ME)) {
            return refused(403, "PERMISSION_DENIED", ME + " does not have Manage permissions on the job");
        }
        jobs.put(id, (Map<String, Object>) body.get("new_settings"));
        return ok(Map.of());
    }

    private Response permissions(Request request) {
        String owner = owners.get(Long.valueOf(request.pathParameter("id")));
        return ok(Map.of(
                "access_control_list",
                List.of(Map.of(
                        "user_name", owner, "all_permissions", List.of(Map.of("permission_level", "IS_OWNER"))))));
    }

    private Response submit(Request request) throws IOException {
        if (refusesJobs) {
            return refused(403, "PERMISSION_DENIED", "cluster creation is not allowed");
        }
        Map<String, Object> body = body(request);
        long id = tokens.computeIfAbsent(body.get("idempotency_token").toString(), token -> {
            submitted.add(body);
            return 700L + submitted.size();
        });
        looks.putIfAbsent(id, 0);
        return ok(Map.of("run_id", id));
    }

    private Response run(Request request) {
        long id = Long.parseLong(request.queryParameter("run_id").orElseThrow());
        if (!looks.containsKey(id)) {
            return refused(400, "INVALID_PARAMETER_VALUE", "Run " + id + " does not exist");
        }
        looks.merge(id, 1, Integer::sum);
        return ok(state(id));
    }

    private Map<String, Object> state(long id) {
        int look = looks.get(id);
        Map<String, Object> state = look < 2
                ? Map.of("life_cycle_state", "PENDING")
                : look < 3
                        ? Map.of("life_cycle_state", "RUNNING")
                        : Map.of("life_cycle_state", "TERMINATED", "result_state", fails ? "FAILED" : "SUCCESS");
        return Map.of(
                "run_id",
                id,
                "run_name",
                "storms",
                "state",
                state,
                "run_page_url",
                uri() + "/run/" + id,
                "start_time",
                1767225600000L,
                "tasks",
                List.of(Map.of("run_id", id * 10)));
    }

    private Response cancel(Request request) throws IOException {
        Long id = (Long) body(request).get("run_id");
        if (!looks.containsKey(id)) {
            return refused(400, "INVALID_PARAMETER_VALUE", "Run " + id + " does not exist");
        }
        looks.put(id, 9);
        fails = true;
        return ok(Map.of());
    }

    private Response createScope(Request request) throws IOException {
        String scope = body(request).get("scope").toString();
        return scopes.putIfAbsent(scope, new TreeMap<>()) == null
                ? ok(Map.of())
                : refused(400, "RESOURCE_ALREADY_EXISTS", "Scope " + scope + " already exists");
    }

    private Response putSecret(Request request) throws IOException {
        Map<String, Object> body = body(request);
        Map<String, String> scope = scopes.get(body.get("scope").toString());
        if (scope == null) {
            return refused(404, "RESOURCE_DOES_NOT_EXIST", "Scope " + body.get("scope") + " does not exist");
        }
        scope.put(body.get("key").toString(), body.get("string_value").toString());
        return ok(Map.of());
    }

    private Response deleteSecret(Request request) throws IOException {
        Map<String, Object> body = body(request);
        boolean isGone = scopes.getOrDefault(body.get("scope").toString(), new TreeMap<>())
                        .remove(body.get("key").toString())
                != null;
        return isGone ? ok(Map.of()) : refused(404, "RESOURCE_DOES_NOT_EXIST", "no such secret");
    }

    private Response listSecrets(Request request) {
        Map<String, String> scope = scopes.get(request.queryParameter("scope").orElseThrow());
        return scope == null
                ? refused(404, "RESOURCE_DOES_NOT_EXIST", "no such scope")
                : ok(Map.of(
                        "secrets",
                        scope.keySet().stream().map(key -> Map.of("key", key)).toList()));
    }

    private Response upload(Request request) throws IOException {
        if (!file(request).startsWith("/Volumes/main/etl/adxflow/")) {
            return refused(404, "NOT_FOUND", "no such volume");
        }
        files.put(file(request), request.bytes(LIMIT));
        return Response.empty(204);
    }

    private Response deleteFile(Request request) {
        files.remove(file(request));
        return Response.empty(204);
    }

    private static boolean hasFolder(Request request) {
        return request.path().equals("/api/2.0/fs/directories/Volumes/main/etl/adxflow");
    }

    private static String file(Request request) {
        return request.path().substring("/api/2.0/fs/files".length());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(Request request) throws IOException {
        return (Map<String, Object>) Json.read(request.text(LIMIT));
    }

    private static Response ok(Map<String, ?> body) {
        return Response.json(200, Json.write(body));
    }

    private static Response refused(int status, String code, String message) {
        return Response.json(status, Json.write(Map.of("error_code", code, "message", message)));
    }

    @Override
    public void close() {
        server.close();
    }
}
