package io.adxflow.secret.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.json.Json;
import io.adxflow.entra.FakeEntra;
import io.adxflow.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate signs an assertion, from each form in which people keep one. */
class ClientCertificateTest {
    private static final String PASSWORD = "0pen-sesame";

    @TempDir
    private static Path folder;

    private static FakeEntra entra;
    private static Path pfx;

    @BeforeAll
    static void make() throws Exception {
        entra = FakeEntra.start();
        pfx = folder.resolve("app.pfx");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "app",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=adxflow",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        pfx.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("rror");
        assertThat(keytool.waitFor()).isZero();
    }

    @AfterAll
    static void leave() {
        entra.close();
    }

    @Test
    void aPfxSignsIn() throws IOException {
        assertSignsIn(ClientCertificate.of(Files.readAllBytes(pfx), Optional.of(new Secret(PASSWORD))));
    }

    @Test
    void aPfxInBase64SignsIn() throws IOException {
        String text = Base64.getMimeEncoder().encodeToString(Files.readAllBytes(pfx));
        assertSignsIn(new ClientCertificate(new Secret(text), Optional.of(new Secret(PASSWORD))));
    }

    @Test
    void aPemSignsIn() throws Exception {
        assertSignsIn(ClientCertificate.of(pem().getBytes(StandardCharsets.US_ASCII), Optional.empty()));
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() throws IOException {
        ClientCertificate certificate =
                ClientCertificate.of(Files.readAllBytes(pfx), Optional.of(new Secret("guess-9")));
        assertThatThrownBy(certificate::credential)
                .hasMessageContaining("error ENT301: the certificate cannot be used: the password is wrong or missing")
                .hasMessageNotContaining("guess-9");
    }

    @Test
    void aPemWithoutAKeyIsRefused() throws Exception {
        String certificateOnly = pem().replaceAll("(?s)-----BEGIN PRIVATE KEY.*?END PRIVATE KEY-----", "");
        assertThatThrownBy(() -> new ClientCertificate(new Secret(certificateOnly), Optional.empty()).credential())
                .hasMessageContaining("ENT301: the certificate cannot be used: there is no private key in it");
    }

    @Test
    void somethingElseIsRefused() {
        assertThatThrownBy(() -> ClientCertificate.of("hello".getBytes(StandardCharsets.US_ASCII), Optional.empty())
                        .credential())
                .hasMessageContaining("it is neither PEM nor PFX");
    }

    private static void assertSignsIn(ClientCertificate certificate) {
        new AppTokens(new Identity.AppCertificate(FakeEntra.TENANT, FakeEntra.APP, certificate), entra.cloud()).token();
        Map<String, String> form =
                entra.tokenRequests().get(entra.tokenRequests().size() - 1);
        String claims = form.get("client_assertion").split("\\.")[1];
        Map<?, ?> claim =
                (Map<?, ?>) Json.read(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
        assertThat(claim.get("iss")).isEqualTo(FakeEntra.APP);
        assertThat(form).doesNotContainKey("client_secret");
        assertThat(certificate.toString()).doesNotContain(PASSWORD, "PRIVATE", "MII");
    }

    private static String pem() throws Exception {
        KeyStore store = KeyStore.getInstance(pfx.toFile(), PASSWORD.toCharArray());
        Key key = store.getKey("app", PASSWORD.toCharArray());
        return block("CERTIFICATE", store.getCertificate("app").getEncoded()) + block("PRIVATE KEY", key.getEncoded());
    }

    private static String block(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + name
                + "-----\n";
    }
}
