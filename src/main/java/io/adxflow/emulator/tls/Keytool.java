package io.adxflow.emulator.tls;

import io.adxflow.base.diagnostic.RemoteException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The JDK's own maker of certificates; its classes can do it too, but not through any public interface. */
final class Keytool {
    private static final String NAMES = "SAN=dns:localhost,dns:" + EmulatorTls.ENGINE_HOST + ",dns:"
            + EmulatorTls.INGEST_HOST + ",dns:" + EmulatorTls.BLOB_HOST + ",ip:127.0.0.1";

    private Keytool() {}

    /** Makes a key and its self-signed certificate in a new store; the longest time that clients accept is 825 days. */
    static void makeKey(Path keyStore, String alias, String password) throws IOException {
        List<String> key = List.of("-genkeypair", "-alias", alias, "-keyalg", "RSA", "-keysize", "2048");
        List<String> certificate = List.of("-dname", "CN=adxflow emulator", "-validity", "825", "-ext", NAMES);
        List<String> store = List.of("-storetype", "PKCS12", "-keystore", keyStore.toString(), "-storepass", password);
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        keytool.command().addAll(key);
        keytool.command().addAll(certificate);
        keytool.command().addAll(store);
        run(keytool.redirectErrorStream(true).start());
    }

    private static void run(Process keytool) throws IOException {
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                String message = "keytool could not make a certificate: " + output.strip();
                throw new RemoteException(message, false, 0, "", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException("interrupted while keytool made a certificate", true, 0, "", e);
        }
    }
}
