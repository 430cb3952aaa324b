package io.adxflow.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.canary.Canary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final String VALUE = Canary.secret("value");

    private final Secret secret = new Secret(VALUE);

    @Test
    void printsAsStars() {
        assertThat(secret + " " + String.valueOf(secret) + " " + String.format("%s", secret))
                .isEqualTo("*** *** ***");
    }

    @Test
    void cannotBeSerialised() throws IOException {
        try (ObjectOutputStream stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> stream.writeObject(secret)).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void equalsByValue() {
        assertThat(secret).isEqualTo(new Secret(VALUE)).hasSameHashCodeAs(new Secret(VALUE));
        assertThat(secret).isNotEqualTo(new Secret(VALUE + "3"));
    }

    @Test
    void isNeverEmpty() {
        assertThatThrownBy(() -> new Secret(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a secret is not empty");
    }

    @Test
    void aReferenceIsTheNotationOfDatabricksAndNothingElse() {
        assertThat(SecretReference.parse("{{secrets/adx/app-key}}")).contains(new SecretReference("adx", "app-key"));
        assertThat(SecretReference.parse(" {{ secrets/adx/app-key }} "))
                .contains(new SecretReference("adx", "app-key"));
        assertThat(SecretReference.parse("x{{secrets/adx/app-key}}")).isEmpty();
        assertThat(SecretReference.parse("{{secrets/adx}}")).isEmpty();
        assertThat(SecretReference.parse("{{secrets/a/b/c}}")).isEmpty();
    }
}
