package io.adxflow.secret.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.canary.Canary;
import io.adxflow.entra.FakeEntra;
import io.adxflow.secret.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate signs an assertion, from each form in which people keep one. */
class ClientCertificateTest {
    private static final String PASSWORD = Canary.secret("password");

    @TempDir
    private static Path folder;

    private static FakeEntra entra;
    private static Path pfx;

    @BeforeAll
    static void make() throws Exception {
        entra = FakeEntra.start();
        pfx = folder.resolve("app.pfx");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        ProcessBuilder builder = new ProcessBuilder(keytool, "-genkeypair", "-alias", "app", "-keyalg", "RSA");
        builder.command().addAll(List.of("-dname", "CN=adxflow", "-storetype", "PKCS12"));
        builder.command().addAll(List.of("-keystore", pfx.toString(), "-storepass:env", "PASSWORD"));
        builder.environment().put("PASSWORD", PASSWORD);
        Process made = builder.redirectErrorStream(true).start();
        assertThat(new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("rror");
        assertThat(made.waitFor()).isZero();
        remember();
        entra.apps().register((X509Certificate) store().getCertificate("app"));
    }

    private static KeyStore store() throws Exception {
        return KeyStore.getInstance(pfx.toFile(), PASSWORD.toCharArray());
    }

    /** Lines of the key and of the file that holds it. */
    private static void remember() throws Exception {
        Key key = store().getKey("app", PASSWORD.toCharArray());
        for (byte[] secret : new byte[][] {key.getEncoded(), Files.readAllBytes(pfx)}) {
            Base64.getMimeEncoder().encodeToString(secret).lines().skip(5).forEach(Canary::remember);
        }
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
    void aPemWithAnEncryptedKeySignsIn() throws Exception {
        String plain = pem();
        String certificate = plain.substring(0, plain.indexOf("-----BEGIN PRIVATE KEY"));
        String pem = certificate + block("ENCRYPTED PRIVATE KEY", encryptedKey());
        assertSignsIn(new ClientCertificate(new Secret(pem), Optional.of(new Secret(PASSWORD))));
        assertThatThrownBy(() -> new ClientCertificate(new Secret(pem), Optional.of(new Secret("guess"))).credential())
                .hasMessageContaining("the password does not open its key");
        assertThatThrownBy(() -> new ClientCertificate(new Secret(pem), Optional.empty()).credential())
                .hasMessageContaining("its key is encrypted, and there is no password");
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() throws IOException {
        ClientCertificate certificate =
                ClientCertificate.of(Files.readAllBytes(pfx), Optional.of(new Secret(Canary.secret("guess"))));
        assertThatThrownBy(certificate::credential)
                .hasMessageContaining("error ENT301: the certificate cannot be used: the password is wrong or missing")
                .hasMessageNotContaining(Canary.secret("guess"));
    }

    @Test
    void aCertificateThatIsNotRegisteredIsRefused() throws Exception {
        try (FakeEntra another = FakeEntra.start()) {
            assertThatThrownBy(() -> tokens(new ClientCertificate(new Secret(pem()), Optional.empty()), another)
                            .token())
                    .hasMessageContaining("error ENT201: Entra ID did not sign in the application '" + FakeEntra.APP)
                    .hasMessageContaining("AADSTS700027")
                    .hasMessageContaining("upload its public part there");
        }
    }

    @Test
    void aClockThatIsWrongIsSaid() throws Exception {
        try (FakeEntra later = FakeEntra.start()) {
            later.apps().register((X509Certificate) store().getCertificate("app"));
            later.apps().clockIsAhead(Duration.ofHours(2));
            assertThatThrownBy(() -> tokens(new ClientCertificate(new Secret(pem()), Optional.empty()), later)
                            .token())
                    .hasMessageContaining("AADSTS700024")
                    .hasMessageContaining("the clock of this machine is wrong");
        }
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

    /** What it signs is looked at as Entra ID does. */
    private static void assertSignsIn(ClientCertificate certificate) {
        AccessToken token = tokens(certificate, entra).token();
        assertThat(entra.tokens().issued()).contains(token.value().reveal());
        assertThat(certificate.toString()).doesNotContain(PASSWORD, "PRIVATE", "MII");
    }

    private static TokenSource tokens(ClientCertificate certificate, FakeEntra at) {
        return new AppTokens(new Identity.AppCertificate(FakeEntra.TENANT, FakeEntra.APP, certificate), at.cloud());
    }

    private static byte[] encryptedKey() throws Exception {
        String algorithm = "PBEWithHmacSHA256AndAES_256";
        Key key = store().getKey("app", PASSWORD.toCharArray());
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(PASSWORD.toCharArray())));
        byte[] pbes2 = HexFormat.of().parseHex("06092a864886f70d01050d");
        byte[] algorithmId = der(0x30, joined(pbes2, cipher.getParameters().getEncoded()));
        return der(0x30, joined(algorithmId, der(4, cipher.doFinal(key.getEncoded()))));
    }

    /** A value of ASN.1 of less than 128 bytes, or of 256 bytes to 64 KiB. */
    private static byte[] der(int tag, byte[] content) {
        byte[] length = content.length < 128
                ? new byte[] {(byte) content.length}
                : new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return joined(new byte[] {(byte) tag}, joined(length, content));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static String pem() throws Exception {
        KeyStore store = store();
        Key key = store.getKey("app", PASSWORD.toCharArray());
        return block("CERTIFICATE", store.getCertificate("app").getEncoded()) + block("PRIVATE KEY", key.getEncoded());
    }

    private static String block(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + name
                + "-----\n";
    }
}
