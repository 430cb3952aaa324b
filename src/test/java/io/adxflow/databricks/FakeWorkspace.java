package io.adxflow.databricks;

import com.databricks.sdk.service.compute.Policy;
import com.databricks.sdk.service.iam.User;
import io.adxflow.base.http.Handler;
import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.HttpServer;
import io.adxflow.base.http.HttpServerOptions;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.Routes;
import io.adxflow.canary.Canary;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Databricks workspace that keeps what it is told and refuses what the real one refuses: bodies that its SDK does not
 * know, unknown tokens, missing volumes, jobs of others, unknown scopes; and, when it is told to, requests of its choice.
 */
public final class FakeWorkspace implements AutoCloseable {
    public static final String TOKEN = Canary.secret("pat-of-ann");
    public static final String ME = "ann@contoso.com";

    public final FakeFiles files = new FakeFiles();
    public final FakeJobs jobs = new FakeJobs(this);
    public final FakeRuns runs = new FakeRuns(this);
    public final FakeSecrets secrets = new FakeSecrets(this);
    public final Faults faults = new Faults();
    /** Names of cluster policies by their ids. */
    public final Map<String, String> policies = new TreeMap<>();
    /** Those of the caller. */
    public final List<String> groups = new ArrayList<>(List.of("analysts"));
    /** Whether the caller may not have clusters. */
    public volatile boolean refusesClusters;

    private final HttpServer server;

    private FakeWorkspace() {
        Routes routes = new Routes()
                .get("/api/2.0/preview/scim/v2/Me", guarded(request -> me()))
                .get("/api/2.0/policies/clusters/get", guarded(this::policy));
        files.addTo(routes, this::guarded);
        jobs.addTo(routes, this::guarded);
        runs.addTo(routes, this::guarded);
        secrets.addTo(routes, this::guarded);
        server = HttpServer.start(HttpServerOptions.anyPort(), routes, FakeWorkspace::failed);
    }

    public static FakeWorkspace start() {
        return new FakeWorkspace();
    }

    public URI uri() {
        return server.uri();
    }

    /** Everything that a command may change, to compare it with what it was. */
    public synchronized Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        Map<String, Integer> contents = new TreeMap<>();
        files.files.forEach((name, bytes) -> contents.put(name, Arrays.hashCode(bytes)));
        state.put("files", contents);
        state.put("folders", List.copyOf(files.folders));
        state.put("jobs", new TreeMap<>(jobs.settings));
        state.put("access", new TreeMap<>(jobs.access));
        state.put("runs", List.copyOf(runs.submitted.keySet()));
        state.put("scopes", secrets.scopes.toString());
        return state;
    }

    void requireClusters() {
        if (refusesClusters) {
            throw new Wire.Refusal(403, "PERMISSION_DENIED", "You are not authorized to create clusters.");
        }
    }

    private Response me() {
        return Wire.answer(
                Map.of(
                        "id",
                        "4711",
                        "userName",
                        ME,
                        "active",
                        true,
                        "groups",
                        groups.stream()
                                .map(name -> Map.of("display", name, "value", "1"))
                                .toList()),
                User.class);
    }

    private Response policy(Request request) {
        String id = request.queryParameter("policy_id").orElse("");
        if (!policies.containsKey(id)) {
            throw new Wire.Refusal(404, "RESOURCE_DOES_NOT_EXIST", "Can't find a cluster policy with id: " + id);
        }
        return Wire.answer(Map.of("policy_id", id, "name", policies.get(id)), Policy.class);
    }

    private Handler guarded(Handler handler) {
        return request -> {
            if (!request.header("Authorization").orElse("").equals("Bearer " + TOKEN)) {
                return Response.json(403, "{\"error_code\": 403, \"message\": \"Invalid access token.\"}")
                        .withHeader("X-Databricks-Reason-Phrase", "Invalid access token.");
            }
            synchronized (this) {
                return faults.answer(request, handler);
            }
        };
    }

    private static Response failed(Request request, Throwable failure) {
        if (failure instanceof Wire.Refusal refusal) {
            return refusal.response();
        }
        int status = failure instanceof HttpException http ? http.status() : 500;
        return new Wire.Refusal(status, status == 404 ? "ENDPOINT_NOT_FOUND" : "INTERNAL_ERROR", failure.toString())
                .response();
    }

    @Override
    public void close() {
        server.close();
    }
}
