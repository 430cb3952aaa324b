package io.adxflow.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.canary.Canary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
    private static final String VALUE = Canary.secret("value");
    private static final SecretReference APP_KEY = new SecretReference("adx", "app-key");

    @TempDir
    private Path folder;

    @Test
    void aVariableIsNamedAfterScopeAndKey() {
        SecretStore store = new VariableSecrets(Map.of("ADXFLOW_SECRET_ADX_APP_KEY", VALUE)::get);

        assertThat(store.find(APP_KEY)).contains(new Secret(VALUE));
        assertThat(store.find(new SecretReference("adx", "other"))).isEmpty();
    }

    @Test
    void aVariableWithNothingInItIsAMistake() {
        SecretStore store = new VariableSecrets(Map.of("ADXFLOW_SECRET_ADX_APP_KEY", " ")::get);

        assertThatThrownBy(() -> store.find(APP_KEY))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("error SEC103: the secret 'adx/app-key' is empty")
                .hasMessageContaining("variable ADXFLOW_SECRET_ADX_APP_KEY");
    }

    @Test
    void aFileHoldsOneSecretALine() throws IOException {
        SecretStore store = new FileSecrets(file("# mine\n\nadx/app-key = " + VALUE + "=2\n", "rw-------"));

        assertThat(store.find(APP_KEY)).contains(new Secret(VALUE + "=2"));
        assertThat(store.find(new SecretReference("adx", "other"))).isEmpty();
    }

    @Test
    void aFileThatIsNotThereHasNoSecrets() {
        assertThat(new FileSecrets(folder.resolve("none.secrets")).find(APP_KEY))
                .isEmpty();
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        Path file = file("adx/app-key = " + VALUE + "\n", "rw-r-----");

        assertThatThrownBy(() -> new FileSecrets(file).find(APP_KEY))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("error SEC101: others than its owner may read '" + file + "'")
                .hasMessageContaining("hint: chmod 600 " + file);
    }

    @Test
    void aBrokenLineIsToldByItsNumberAndNotShown() throws IOException {
        Path file = file("adx/app-key = " + VALUE + "\n" + VALUE + "\n", "rw-------");

        assertThatThrownBy(() -> new FileSecrets(file).find(APP_KEY))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("line 2 is not 'scope/key = value'")
                .hasMessageNotContaining(VALUE);
    }

    private Path file(String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("test.secrets"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
