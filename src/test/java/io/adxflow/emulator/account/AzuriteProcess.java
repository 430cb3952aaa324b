package io.adxflow.emulator.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Microsoft's stand-in for Azure Storage, in memory, on free ports. */
final class AzuriteProcess implements AutoCloseable {
    private static final Pattern LISTENING =
            Pattern.compile("Azurite (\\w+) service is successfully listening at (\\S+)");

    private final Process process;
    private final String connection;

    private AzuriteProcess(Process process, String connection) {
        this.process = process;
        this.connection = connection;
    }

    /** @param program a folder that Azurite is installed in */
    static AzuriteProcess start(Path program) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        "node",
                        "node_modules/azurite/dist/src/azurite.js",
                        "--inMemoryPersistence",
                        "--disableTelemetry",
                        "--silent",
                        "--skipApiVersionCheck",
                        "--blobPort=0",
                        "--queuePort=0",
                        "--tablePort=0"))
                .directory(program.toFile())
                .redirectErrorStream(true)
                .start();
        return new AzuriteProcess(process, connection(addresses(process)));
    }

    private static Map<Service, String> addresses(Process process) throws IOException {
        Map<Service, String> addresses = new EnumMap<>(Service.class);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        while (addresses.size() < Service.values().length) {
            String line = said.readLine();
            if (line == null) {
                throw new IOException("Azurite ended before it listened");
            }
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                Service service = Service.valueOf(listening.group(1).toUpperCase(Locale.ROOT));
                addresses.put(service, listening.group(2) + "/devstoreaccount1");
            }
        }
        return addresses;
    }

    private static String connection(Map<Service, String> addresses) {
        return "AccountName=devstoreaccount1;AccountKey=" + StorageConnection.DEVELOPMENT_KEY + ";BlobEndpoint="
                + addresses.get(Service.BLOB) + ";QueueEndpoint=" + addresses.get(Service.QUEUE) + ";TableEndpoint="
                + addresses.get(Service.TABLE);
    }

    StorageConnection connection() {
        return StorageConnection.read(connection);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
