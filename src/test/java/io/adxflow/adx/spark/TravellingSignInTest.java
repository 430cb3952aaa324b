package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.canary.Canary;
import io.adxflow.entra.FakeEntra;
import io.adxflow.secret.Secret;
import io.adxflow.secret.entra.ClientCertificate;
import io.adxflow.secret.entra.Cloud;
import io.adxflow.secret.entra.Identity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.collection.immutable.Map$;

class TravellingSignInTest {
    private static final String CLI_TOKEN = Canary.secret("cli-token");

    @TempDir
    private Path folder;

    static Stream<AdxAuth> signIns() {
        ClientCertificate certificate = new ClientCertificate(new Secret("PEM"), Optional.of(new Secret("pw")));
        return Stream.of(
                new AdxAuth.None(),
                new AdxAuth.Token(new Secret(Canary.secret("token"))),
                AdxAuth.appKey("contoso.com", "app-1", new Secret("k")),
                new AdxAuth.Entra(new Identity.AppCertificate("t", "a", certificate), Cloud.CHINA),
                new AdxAuth.Entra(new Identity.Managed(Optional.empty()), Cloud.US_GOVERNMENT),
                new AdxAuth.Entra(new Identity.Managed(Optional.of("id")), Cloud.PUBLIC));
    }

    @ParameterizedTest
    @MethodSource("signIns")
    void whatArrivesElsewhereSignsInAsTheSame(AdxAuth auth) throws Exception {
        assertThat(travelled(TravellingSignIn.of(auth)).arrived()).isEqualTo(auth);
    }

    @ParameterizedTest
    @MethodSource("signIns")
    void equalSignInsMakeEqualTickets(AdxAuth auth) throws Exception {
        AdxCluster cluster = AdxCluster.at("https://x.kusto.windows.net", "db", auth);
        assertThat(travelled(ClusterTicket.of(cluster)))
                .isEqualTo(ClusterTicket.of(cluster))
                .hasToString("https://x.kusto.windows.net/db");
        assertThat(travelled(ClusterTicket.of(cluster)).cluster()).isEqualTo(cluster);
    }

    /** What the Azure CLI signs in with is on the driver. */
    @Test
    void anExecutorGetsTheTokenOfTheMomentFromTheDriver() throws Exception {
        Path az = Files.writeString(
                folder.resolve("az"),
                "#!/bin/sh\necho '{\"accessToken\": \"" + CLI_TOKEN + "\", \"expires_on\": 4102444800}'\n");
        Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
        AdxAuth auth = new AdxAuth.Entra(new Identity.AzureCli(Optional.empty(), az.toString()), Cloud.PUBLIC);
        TravellingSignIn signIn = travelled(TravellingSignIn.of(auth));
        assertThat(signIn.arrived()).isEqualTo(new AdxAuth.Token(new Secret(CLI_TOKEN)));
        assertThat(signIn.auth()).isEqualTo(auth);
    }

    @Test
    void theConnectorGetsTokensByTheNameOfASignIn() throws Exception {
        try (FakeEntra entra = FakeEntra.start()) {
            Identity app = new Identity.AppKey(FakeEntra.TENANT, FakeEntra.APP, new Secret(FakeEntra.KEY));
            String name = SignIns.name(new AdxAuth.Entra(app, entra.cloud()));
            ConnectorTokens tokens = travelled(new ConnectorTokens(options(name)));
            assertThat(tokens.call()).isEqualTo(entra.tokens().issued().get(0));
            assertThat(tokens).isEqualTo(new ConnectorTokens(options(name)));
        }
    }

    private static CaseInsensitiveMap<String> options(String name) {
        return CaseInsensitiveMap$.MODULE$.apply(
                Map$.MODULE$.<String, String>empty().updated(AdxOption.SIGN_IN, name));
    }

    @SuppressWarnings("unchecked")
    private static <T> T travelled(T value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
