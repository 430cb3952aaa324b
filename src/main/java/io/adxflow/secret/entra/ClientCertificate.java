package io.adxflow.secret.entra;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import io.adxflow.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A certificate with its private key, as a text that can travel: PEM, or PFX (PKCS #12) in base64.
 *
 * @param password of the PFX, or of the encrypted key in the PEM
 */
public record ClientCertificate(Secret content, Optional<Secret> password) {
    private static final String PEM = "-----BEGIN ";

    /** From the bytes of a file. */
    public static ClientCertificate of(byte[] file, Optional<Secret> password) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String content = text.contains(PEM) ? text : Base64.getEncoder().encodeToString(file);
        if (content.isEmpty()) {
            throw bad("the file is empty");
        }
        return new ClientCertificate(new Secret(content), password);
    }

    /** @throws io.adxflow.base.diagnostic.UserException when this is no certificate with its key */
    IClientCredential credential() {
        try {
            return content.reveal().contains(PEM) ? ofPem() : ofPfx();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw bad(reason(e));
        }
    }

    private IClientCredential ofPem() throws GeneralSecurityException {
        PrivateKey key = PemKey.read(content.reveal(), password);
        byte[] text = certificates(content.reveal()).getBytes(StandardCharsets.ISO_8859_1);
        List<X509Certificate> chain =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(text)).stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        if (chain.isEmpty()) {
            throw bad("there is a key and no certificate in it");
        }
        return ClientCredentialFactory.createFromCertificateChain(key, chain);
    }

    private static String certificates(String pem) {
        int first = pem.indexOf("-----BEGIN CERTIFICATE-----");
        return first < 0 ? "" : pem.substring(first).replaceAll("(?s)-----BEGIN [^-]*KEY-----.*?KEY-----", "");
    }

    private IClientCredential ofPfx() throws GeneralSecurityException, IOException {
        char[] secret = password.map(Secret::reveal).orElse("").toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(
                new ByteArrayInputStream(
                        Base64.getMimeDecoder().decode(content.reveal().strip())),
                secret);
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, secret) instanceof PrivateKey key) {
                Certificate[] chain = store.getCertificateChain(alias);
                return ClientCredentialFactory.createFromCertificateChain(
                        key,
                        Arrays.stream(chain).map(X509Certificate.class::cast).toList());
            }
        }
        throw bad("there is no private key in it");
    }

    private static String reason(Exception failure) {
        boolean password = String.valueOf(failure.getMessage()).contains("password");
        return password ? "the password is wrong or missing" : "it is neither PEM nor PFX: " + failure.getMessage();
    }

    static RuntimeException bad(String reason) {
        return EntraProblem.BAD_CERTIFICATE
                .with(reason)
                .withHint("expected a PFX, or a PEM with the certificate and its private key; 'certificate-password:'"
                        + " names the secret that opens it")
                .toException();
    }
}
