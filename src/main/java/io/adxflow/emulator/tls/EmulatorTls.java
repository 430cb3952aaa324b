package io.adxflow.emulator.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * A throw-away certificate, a trust store and a hosts file, so that an unmodified client finds the emulator at
 * {@code https://localadx.kusto.windows.net}. The files are made once for a data directory and serve until they expire.
 */
public final class EmulatorTls {
    public static final String ENGINE_HOST = "localadx.kusto.windows.net";
    public static final String INGEST_HOST = "ingest-localadx.kusto.windows.net";
    public static final String BLOB_HOST = "localadx.blob.core.windows.net";

    private final Path trustStore;
    private final Path hosts;
    private final SSLContext context;

    private EmulatorTls(Path trustStore, Path hosts, SSLContext context) {
        this.trustStore = trustStore;
        this.hosts = hosts;
        this.context = context;
    }

    /**
     * @param directory for the files; made when it is missing
     * @throws io.adxflow.base.diagnostic.RemoteException when the certificate cannot be made
     */
    public static EmulatorTls in(Path directory) {
        try {
            Files.createDirectories(directory);
            Path trustStore = directory.resolve("trust.p12");
            Path hosts = directory.resolve("hosts");
            Certificates certificates = Certificates.in(directory.resolve("server.p12"), trustStore);
            Files.writeString(hosts, hostsText());
            return new EmulatorTls(trustStore, hosts, certificates.context());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the directory " + directory, e);
        }
    }

    /** For the server. */
    public SSLContext context() {
        return context;
    }

    /** Where clients find the engine. */
    public URI engine(int port) {
        return URI.create("https://" + ENGINE_HOST + ":" + port);
    }

    /** Where clients find the data management role. */
    public URI ingestion(int port) {
        return URI.create("https://" + INGEST_HOST + ":" + port);
    }

    /** Where clients find exported files that take blobs from the hosts of Azure only, as Hadoop does. */
    public URI blobs(int port) {
        return URI.create("https://" + BLOB_HOST + ":" + port);
    }

    /**
     * The flags of a client's JVM. The hosts file replaces all other name resolution of that JVM; the trust store holds the JDK's
     * own certificates too.
     */
    public List<String> jvmFlags() {
        return List.of(
                "-Djdk.net.hosts.file=" + hosts.toAbsolutePath(),
                "-Djavax.net.ssl.trustStore=" + trustStore.toAbsolutePath(),
                "-Djavax.net.ssl.trustStorePassword=" + Certificates.PASSWORD,
                "-Djavax.net.ssl.trustStoreType=PKCS12");
    }

    private static String hostsText() {
        return "127.0.0.1 localhost " + ENGINE_HOST + " " + INGEST_HOST + " " + BLOB_HOST + "\n127.0.0.1 " + machine()
                + "\n";
    }

    /** Spark asks for the name of its own machine. */
    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost.localdomain";
        }
    }
}
