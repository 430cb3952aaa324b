package io.adxflow.databricks.workspace;

import io.adxflow.secret.Secret;
import java.util.List;
import java.util.Map;

/** Secret scopes of a workspace. Values go there and never come back. */
public final class SecretScopes {
    private static final String SECRETS = "/api/2.0/secrets/";

    private final Workspace workspace;

    public SecretScopes(Workspace workspace) {
        this.workspace = workspace;
    }

    public void create(String scope) {
        workspace.post(SECRETS + "scopes/create", Map.of("scope", scope));
    }

    /**
     * A scope whose secrets are in a key vault, and are only read through Databricks.
     *
     * @param resourceId {@code /subscriptions/…/vaults/NAME}
     * @param dnsName {@code https://NAME.vault.azure.net/}
     */
    public void createForVault(String scope, String resourceId, String dnsName) {
        workspace.post(
                SECRETS + "scopes/create",
                Map.of(
                        "scope",
                        scope,
                        "scope_backend_type",
                        "AZURE_KEYVAULT",
                        "backend_azure_keyvault",
                        Map.of("resource_id", resourceId, "dns_name", dnsName)));
    }

    public void put(String scope, String key, Secret value) {
        workspace.post(SECRETS + "put", Map.of("scope", scope, "key", key, "string_value", value.reveal()));
    }

    public void delete(String scope, String key) {
        workspace.post(SECRETS + "delete", Map.of("scope", scope, "key", key));
    }

    public List<String> scopes() {
        return Workspace.list(workspace.get(SECRETS + "scopes/list"), "scopes").stream()
                .map(scope -> Workspace.text((Map<?, ?>) scope, "name"))
                .toList();
    }

    public List<String> keys(String scope) {
        return Workspace.list(workspace.get(SECRETS + "list?scope=" + scope), "secrets").stream()
                .map(secret -> Workspace.text((Map<?, ?>) secret, "key"))
                .toList();
    }
}
