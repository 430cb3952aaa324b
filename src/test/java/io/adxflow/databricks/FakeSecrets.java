package io.adxflow.databricks;

import com.databricks.sdk.service.workspace.CreateScope;
import com.databricks.sdk.service.workspace.DeleteSecret;
import com.databricks.sdk.service.workspace.ListScopesResponse;
import com.databricks.sdk.service.workspace.ListSecretsResponse;
import com.databricks.sdk.service.workspace.PutSecret;
import io.adxflow.base.http.Handler;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.Routes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The secret scopes of a workspace.
 *
 * @see <a href="https://docs.databricks.com/api/workspace/secrets">Secrets API</a>
 */
public final class FakeSecrets {
    private static final String SECRETS = "/api/2.0/secrets/";
    private static final String NAME = "[A-Za-z0-9_.@-]{1,128}";

    public final Map<String, Map<String, String>> scopes = new TreeMap<>();
    public final Map<String, Map<?, ?>> vaults = new TreeMap<>();
    public final Map<String, String> managers = new TreeMap<>();
    public volatile int mostScopes = 1000;
    public volatile int mostSecrets = 1000;
    /** Whether the caller has a token of Entra ID and not one of the workspace. */
    public volatile boolean knownToEntra;

    private final FakeWorkspace workspace;

    FakeSecrets(FakeWorkspace workspace) {
        this.workspace = workspace;
    }

    void addTo(Routes routes, UnaryOperator<Handler> guarded) {
        routes.post(SECRETS + "scopes/create", guarded.apply(this::create))
                .get(SECRETS + "scopes/list", guarded.apply(request -> scopes()))
                .post(SECRETS + "put", guarded.apply(this::put))
                .post(SECRETS + "delete", guarded.apply(this::delete))
                .get(SECRETS + "list", guarded.apply(this::list));
    }

    private Response create(Request request) throws IOException {
        Map<String, Object> body = Wire.body(request, CreateScope.class);
        String scope = body.getOrDefault("scope", "").toString();
        String manager = body.getOrDefault("initial_manage_principal", "users").toString();
        require(scope.matches(NAME), 400, "INVALID_PARAMETER_VALUE", "Scope name is invalid: " + scope);
        require(manager.equals("users"), 400, "INVALID_PARAMETER_VALUE", "initial_manage_principal may only be users");
        require(!scopes.containsKey(scope), 400, "RESOURCE_ALREADY_EXISTS", "Scope " + scope + " already exists!");
        require(
                scopes.size() < mostScopes,
                400,
                "RESOURCE_LIMIT_EXCEEDED",
                "Reached the maximum number of scopes in the workspace: " + mostScopes);
        if ("AZURE_KEYVAULT".equals(body.get("scope_backend_type"))) {
            vaults.put(scope, vault(body));
        }
        scopes.put(scope, new TreeMap<>());
        managers.put(scope, body.containsKey("initial_manage_principal") ? manager : FakeWorkspace.ME);
        return Wire.done();
    }

    private Map<?, ?> vault(Map<String, Object> body) {
        Map<?, ?> vault = body.get("backend_azure_keyvault") instanceof Map<?, ?> map ? map : Map.of();
        String id = String.valueOf(vault.get("resource_id"));
        String address = String.valueOf(vault.get("dns_name"));
        require(
                id.matches("/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.KeyVault/vaults/[^/]+"),
                400,
                "INVALID_PARAMETER_VALUE",
                "The resource id of the key vault is invalid: " + id);
        require(
                address.matches("https://[a-z0-9-]+\\.vault\\.(azure\\.net|usgovcloudapi\\.net|azure\\.cn)/?"),
                400,
                "INVALID_PARAMETER_VALUE",
                "The DNS name of the key vault is invalid: " + address);
        require(
                knownToEntra,
                400,
                "INVALID_PARAMETER_VALUE",
                "Scope with Azure KeyVault must have userAADToken defined!");
        return vault;
    }

    private Response scopes() {
        return Wire.answer(
                Map.of(
                        "scopes",
                        scopes.keySet().stream()
                                .map(name -> Optional.<Map<?, ?>>ofNullable(vaults.get(name))
                                        .<Map<String, Object>>map(vault -> Map.of(
                                                "name",
                                                name,
                                                "backend_type",
                                                "AZURE_KEYVAULT",
                                                "keyvault_metadata",
                                                vault))
                                        .orElse(Map.of("name", name, "backend_type", "DATABRICKS")))
                                .toList()),
                ListScopesResponse.class);
    }

    private Response put(Request request) throws IOException {
        Map<String, Object> body = Wire.body(request, PutSecret.class);
        String scope = body.get("scope").toString();
        String key = body.get("key").toString();
        Map<String, String> secrets = secrets(scope, "write secrets to");
        require(key.matches(NAME), 400, "INVALID_PARAMETER_VALUE", "Secret key is invalid: " + key);
        require(
                secrets.size() < mostSecrets || secrets.containsKey(key),
                400,
                "RESOURCE_LIMIT_EXCEEDED",
                "Reached the maximum number of secrets in the scope: " + mostSecrets);
        secrets.put(key, body.get("string_value").toString());
        return Wire.done();
    }

    private Response delete(Request request) throws IOException {
        Map<String, Object> body = Wire.body(request, DeleteSecret.class);
        String scope = body.get("scope").toString();
        require(
                secrets(scope, "delete secrets from").remove(body.get("key").toString()) != null,
                404,
                "RESOURCE_DOES_NOT_EXIST",
                "Secret does not exist with scope: " + scope + " and key: " + body.get("key"));
        return Wire.done();
    }

    private Response list(Request request) {
        Map<String, String> secrets = scope(request.queryParameter("scope").orElse(""));
        return Wire.answer(
                Map.of(
                        "secrets",
                        secrets.keySet().stream()
                                .map(key -> Map.of("key", key, "last_updated_timestamp", 1767225600000L))
                                .toList()),
                ListSecretsResponse.class);
    }

    private Map<String, String> secrets(String scope, String what) {
        Map<String, String> secrets = scope(scope);
        require(
                !vaults.containsKey(scope),
                400,
                "BAD_REQUEST",
                "Cannot " + what + " Azure KeyVault-backed scope " + scope);
        require(
                workspace.groups.contains("admins")
                        || List.of("users", FakeWorkspace.ME).contains(managers.get(scope)),
                403,
                "PERMISSION_DENIED",
                FakeWorkspace.ME + " does not have WRITE permission on scope: " + scope);
        return secrets;
    }

    private Map<String, String> scope(String scope) {
        require(scopes.containsKey(scope), 404, "RESOURCE_DOES_NOT_EXIST", "Scope " + scope + " does not exist!");
        return scopes.get(scope);
    }

    private static void require(boolean isFine, int status, String code, String message) {
        if (!isFine) {
            throw new Wire.Refusal(status, code, message);
        }
    }
}
