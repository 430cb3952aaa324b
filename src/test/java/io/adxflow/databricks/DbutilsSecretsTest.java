package io.adxflow.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.secret.Secret;
import io.adxflow.secret.SecretReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DbutilsSecretsTest {
    private static final SecretReference REFERENCE = new SecretReference("adx", "appkey");

    @AfterEach
    void leave() {
        FakeDbutils.remove();
    }

    @Test
    void aClusterHasTheSecretsOfItsScopes() {
        FakeDbutils.install((scope, key) -> scope + "-" + key);
        assertThat(new DbutilsSecrets("16.4").find(REFERENCE)).contains(new Secret("adx-appkey"));
    }

    @Test
    void withoutTheVariableTheHolderIsNotAsked() {
        FakeDbutils.install((scope, key) -> "x");
        assertThat(new DbutilsSecrets("").find(REFERENCE)).isEmpty();
    }

    @Test
    void withoutAHolderThereAreNoSecrets() {
        assertThat(new DbutilsSecrets("16.4").find(REFERENCE)).isEmpty();
    }

    @Test
    void aMissingKeyLeavesTheSearchToOtherStores() {
        FakeDbutils.install(DbutilsSecretsTest::missing);
        DbutilsSecrets secrets = new DbutilsSecrets("16.4");
        assertThat(secrets.find(REFERENCE)).isEmpty();
        assertThat(secrets.whereabouts(REFERENCE))
                .isEqualTo("key 'appkey' of the Databricks secret scope 'adx'"
                        + " (databricks secrets list-secrets adx shows its keys)");
    }

    @Test
    void aScopeThatMayNotBeReadIsSaidSo() {
        FakeDbutils.install(DbutilsSecretsTest::denied);
        assertThatThrownBy(() -> new DbutilsSecrets("16.4").find(REFERENCE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("PERMISSION_DENIED")
                .hasMessageContaining("databricks secrets put-acl adx <principal> READ");
    }

    private static String missing(String scope, String key) {
        throw new IllegalArgumentException("Secret does not exist with scope: " + scope + " and key: " + key);
    }

    private static String denied(String scope, String key) {
        throw new IllegalStateException("PERMISSION_DENIED: no read access to scope " + scope);
    }
}
