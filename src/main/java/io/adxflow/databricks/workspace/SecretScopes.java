package io.adxflow.databricks.workspace;

import static io.adxflow.databricks.deploy.DeployProblem.BAD_SECRET_NAME;
import static io.adxflow.databricks.deploy.DeployProblem.SECRET_TOO_LARGE;
import static io.adxflow.databricks.deploy.DeployProblem.VAULT_SCOPE;

import io.adxflow.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Secret scopes of a workspace. Values go there and never come back.
 *
 * @see <a href="https://docs.databricks.com/api/workspace/secrets">Secrets API</a>
 */
public final class SecretScopes {
    private static final String SECRETS = "/api/2.0/secrets/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.@-]{1,128}");
    private static final int MOST_BYTES = 128 * 1024;
    private static final String KEY_VAULT = "AZURE_KEYVAULT";

    private final Workspace workspace;

    public SecretScopes(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * A scope.
     *
     * @param vault where its secrets are, when they are in a key vault and only read through Databricks
     */
    public record Scope(String name, Optional<String> vault) {}

    /** A key vault: {@code /subscriptions/…/vaults/NAME} and {@code https://NAME.vault.azure.net/}. */
    public record Vault(String resourceId, String dnsName) {}

    /** @param manager who may manage it: {@code users}, or nobody but the caller when it is empty */
    public void create(String scope, String manager) {
        workspace.post(SECRETS + "scopes/create", request(scope, manager));
    }

    /** A scope whose secrets are in a key vault. Databricks wants a caller whom Entra ID knows. */
    public void create(String scope, String manager, Vault vault) {
        Map<String, Object> request = request(scope, manager);
        request.put("scope_backend_type", KEY_VAULT);
        request.put("backend_azure_keyvault", Map.of("resource_id", vault.resourceId(), "dns_name", vault.dnsName()));
        workspace.post(SECRETS + "scopes/create", request);
    }

    private static Map<String, Object> request(String scope, String manager) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("scope", named(scope));
        if (!manager.isEmpty()) {
            request.put("initial_manage_principal", manager);
        }
        return request;
    }

    /** @throws io.adxflow.base.diagnostic.UserException when the name or the value cannot be, or the scope is a key vault's */
    public void put(String scope, String key, Secret value) {
        int bytes = value.reveal().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw SECRET_TOO_LARGE.with(bytes, MOST_BYTES).toException();
        }
        named(key);
        requireWritable(scope);
        workspace.post(SECRETS + "put", Map.of("scope", scope, "key", key, "string_value", value.reveal()));
    }

    /** @throws io.adxflow.base.diagnostic.UserException when the scope is a key vault's */
    public void delete(String scope, String key) {
        requireWritable(scope);
        workspace.post(SECRETS + "delete", Map.of("scope", scope, "key", key));
    }

    public List<Scope> scopes() {
        return Workspace.list(workspace.get(SECRETS + "scopes/list"), "scopes").stream()
                .map(scope -> scope((Map<?, ?>) scope))
                .toList();
    }

    public List<String> keys(String scope) {
        return Workspace.list(workspace.get(SECRETS + "list?scope=" + Workspace.encoded(scope)), "secrets").stream()
                .map(secret -> Workspace.text((Map<?, ?>) secret, "key"))
                .toList();
    }

    private static Scope scope(Map<?, ?> scope) {
        boolean isVault = KEY_VAULT.equals(Workspace.text(scope, "backend_type"));
        String dnsName = Workspace.text(Workspace.object(scope, "keyvault_metadata"), "dns_name");
        return new Scope(Workspace.text(scope, "name"), isVault ? Optional.of(dnsName) : Optional.empty());
    }

    private void requireWritable(String name) {
        scopes().stream()
                .filter(scope -> scope.name().equals(name))
                .flatMap(scope -> scope.vault().stream())
                .findFirst()
                .ifPresent(vault -> {
                    String vaultName = vault.replaceFirst("^https://", "").replaceFirst("\\..*", "");
                    throw VAULT_SCOPE
                            .with(name, vault)
                            .withHint("in the vault: az keyvault secret set --vault-name " + vaultName
                                    + " --name <key> --file <file>")
                            .toException();
                });
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw BAD_SECRET_NAME
                    .with(name)
                    .withHint("letters, digits, '-', '_', '.' and '@', at most 128 of them")
                    .toException();
        }
        return name;
    }
}
