package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.canary.Canary;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets go to their scopes and are never shown. */
@Tag("endtoend")
class SecretsCommandTest {
    private static final String KEY = Canary.secret("app-key");
    private static final List<String> VAULT = List.of(
            "--vault-id",
            "/subscriptions/1/resourceGroups/etl/providers/Microsoft.KeyVault/vaults/etl",
            "--vault-url",
            "https://etl.vault.azure.net/");

    @TempDir
    Path directory;

    private WorkspaceRoom room;
    private String said = "";

    @BeforeEach
    void start() {
        room = new WorkspaceRoom(directory);
    }

    @AfterEach
    void close() {
        room.close();
        assertThat(said).doesNotContain(KEY);
    }

    @Test
    void aSecretGoesToItsScope() {
        assertThat(secrets("create-scope", "adx")).isZero();
        assertThat(put("adx", "myaadappkey", KEY + "\n")).as(room.err()).isZero();
        assertThat(room.workspace.secrets.scopes).isEqualTo(Map.of("adx", Map.of("myaadappkey", KEY)));
        assertThat(secrets("list", "adx")).isZero();
        assertThat(room.out()).isEqualTo("myaadappkey\n");
        assertThat(secrets("delete", "adx", "myaadappkey")).isZero();
        assertThat(secrets("delete", "adx", "myaadappkey")).isEqualTo(1);
        assertThat(room.err()).contains("Secret does not exist with scope: adx and key: myaadappkey");
    }

    @Test
    void aScopeThatIsMissingOrThereIsToldSo() {
        assertThat(put("adx", "myaadappkey", KEY)).isEqualTo(1);
        assertThat(room.err())
                .contains("RESOURCE_DOES_NOT_EXIST: Scope adx does not exist!")
                .contains("hint: adxflow secrets create-scope makes one, adxflow secrets list shows them");
        assertThat(secrets("create-scope", "adx")).isZero();
        assertThat(secrets("create-scope", "adx")).isEqualTo(1);
        assertThat(room.err()).contains("RESOURCE_ALREADY_EXISTS: Scope adx already exists!");
    }

    @Test
    void aScopeOfAVaultIsRead() {
        room.workspace.secrets.knownToEntra = true;

        assertThat(createScopeOfVault()).as(room.err()).isZero();
        assertThat(secrets("list")).isZero();
        assertThat(room.out()).isEqualTo("adx  (key vault https://etl.vault.azure.net/)\n");
        assertThat(put("adx", "myaadappkey", KEY)).isEqualTo(2);
        assertThat(room.err())
                .contains(
                        "error DBX220: the secrets of the scope 'adx' are in the key vault https://etl.vault.azure.net/")
                .contains("az keyvault secret set --vault-name etl");
        assertThat(secrets("delete", "adx", "myaadappkey")).isEqualTo(2);
    }

    @Test
    void aScopeOfAVaultWantsACallerWhomEntraKnows() {
        assertThat(createScopeOfVault()).isEqualTo(1);
        assertThat(room.err())
                .contains("must have userAADToken defined", "hint: sign in with az login and unset DATABRICKS_TOKEN");
    }

    @Test
    void halfAVaultIsRefused() {
        assertThat(secrets("create-scope", "adx", "--vault-id", "/subscriptions/1"))
                .isEqualTo(2);
        assertThat(room.err()).contains("error CLI107");
    }

    @Test
    void whoManagesAScopeCanBeSaid() {
        assertThat(secrets("create-scope", "adx", "--manager", "users")).isZero();
        assertThat(room.workspace.secrets.managers).isEqualTo(Map.of("adx", "users"));
    }

    @Test
    void aForeignScopeMayNotBeWritten() {
        secrets("create-scope", "adx");
        room.workspace.secrets.managers.put("adx", "bob@contoso.com");

        assertThat(put("adx", "myaadappkey", KEY)).isEqualTo(1);
        assertThat(room.err()).contains("PERMISSION_DENIED", "does not have WRITE permission on scope: adx");
    }

    @Test
    void quotasAreTold() {
        room.workspace.secrets.mostScopes = 1;
        room.workspace.secrets.mostSecrets = 1;
        secrets("create-scope", "adx");
        put("adx", "one", KEY);

        assertThat(secrets("create-scope", "other")).isEqualTo(1);
        assertThat(room.err()).contains("RESOURCE_LIMIT_EXCEEDED");
        assertThat(put("adx", "two", KEY)).isEqualTo(1);
        assertThat(room.err()).contains("RESOURCE_LIMIT_EXCEEDED");
    }

    @Test
    void namesAndValuesThatCannotBeAreRefusedHere() {
        secrets("create-scope", "adx");

        assertThat(secrets("create-scope", "a scope")).isEqualTo(2);
        assertThat(room.err()).contains("error DBX221: 'a scope' cannot be the name of a scope or a secret");
        assertThat(put("adx", "k", "x".repeat(140_000))).isEqualTo(2);
        assertThat(room.err()).contains("error DBX222: a secret of 140000 bytes is larger than 131072 bytes");
        assertThat(put("adx", "k", "\n")).isEqualTo(2);
        assertThat(room.err()).contains("error CLI109: a secret cannot be empty");
    }

    private int secrets(String... arguments) {
        List<String> all = new ArrayList<>(List.of("secrets"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--env", "prod.yaml"));
        int code = room.run(all.toArray(String[]::new));
        said += room.out() + room.err();
        return code;
    }

    private int createScopeOfVault() {
        List<String> all = new ArrayList<>(List.of("create-scope", "adx"));
        all.addAll(VAULT);
        return secrets(all.toArray(String[]::new));
    }

    private int put(String scope, String key, String value) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8)));
        try {
            return secrets("put", scope, key);
        } finally {
            System.setIn(before);
        }
    }
}
