package io.adxflow.emulator.tls;

import io.adxflow.base.diagnostic.RemoteException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate in a key store, and a trust store that holds it and all that the JDK trusts. */
final class Certificates {
    /** Not a secret: the key protects nothing but traffic of this machine with itself. */
    static final String PASSWORD = "changeit";

    private static final String ALIAS = "adxflow";

    private final KeyStore keys;

    private Certificates(KeyStore keys) {
        this.keys = keys;
    }

    /** Makes both stores, unless they are there and the certificate still serves, for every host. */
    static Certificates in(Path keyStore, Path trustStore) throws IOException {
        try {
            if (!Files.exists(trustStore) || !serves(keyStore)) {
                Files.deleteIfExists(keyStore);
                Keytool.makeKey(keyStore, ALIAS, PASSWORD);
                writeTrust(keyStore, trustStore);
            }
            return new Certificates(load(keyStore));
        } catch (GeneralSecurityException e) {
            throw new RemoteException("the certificate in " + keyStore + " cannot be used: " + e, false, 0, "", e);
        }
    }

    SSLContext context() {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key store that was just read cannot be used", e);
        }
    }

    private static boolean serves(Path keyStore) throws GeneralSecurityException, IOException {
        if (!Files.exists(keyStore)) {
            return false;
        }
        try {
            X509Certificate certificate = (X509Certificate) load(keyStore).getCertificate(ALIAS);
            certificate.checkValidity();
            return certificate.getSubjectAlternativeNames().toString().contains(EmulatorTls.BLOB_HOST);
        } catch (CertificateException expired) {
            return false;
        }
    }

    private static void writeTrust(Path keyStore, Path trustStore) throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        Path known = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        if (Files.exists(known)) {
            KeyStore jdk = KeyStore.getInstance(known.toFile(), (char[]) null);
            for (String alias : Collections.list(jdk.aliases())) {
                trust.setCertificateEntry(alias, jdk.getCertificate(alias));
            }
        }
        Certificate own = load(keyStore).getCertificate(ALIAS);
        trust.setCertificateEntry(ALIAS, own);
        try (OutputStream out = Files.newOutputStream(trustStore)) {
            trust.store(out, PASSWORD.toCharArray());
        }
    }

    private static KeyStore load(Path keyStore) throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
    }
}
