package io.adxflow.emulator.account;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the blobs, queues and tables of a storage account are, and what opens them.
 *
 * @see <a href="https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string">Connection strings</a>
 */
public record StorageConnection(URI blobs, URI queues, URI tables, AccountAccess access) {
    /** Of Azurite's one account; published in its documentation. */
    static final String DEVELOPMENT_KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static final String DEVELOPMENT = "AccountName=devstoreaccount1;AccountKey=" + DEVELOPMENT_KEY + ";"
            + "BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;"
            + "QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1;"
            + "TableEndpoint=http://127.0.0.1:10002/devstoreaccount1";

    /**
     * Reads a connection string, with an account key or a shared access signature.
     *
     * @throws IllegalArgumentException saying what is missing, never what was given
     */
    public static StorageConnection read(String text) {
        Map<String, String> members = members(text);
        if ("true".equalsIgnoreCase(members.get("UseDevelopmentStorage"))) {
            return read(DEVELOPMENT);
        }
        return new StorageConnection(
                endpoint(members, "Blob"), endpoint(members, "Queue"), endpoint(members, "Table"), access(members));
    }

    private static Map<String, String> members(String text) {
        Map<String, String> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String part : text.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                members.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return members;
    }

    private static AccountAccess access(Map<String, String> members) {
        Optional<String> signature = given(members, "SharedAccessSignature");
        if (signature.isPresent()) {
            return AccountAccess.ofSignature(signature.get());
        }
        String key = given(members, "AccountKey")
                .orElseThrow(() -> new IllegalArgumentException("it has neither AccountKey nor SharedAccessSignature"));
        try {
            return AccountAccess.ofKey(account(members), key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("its AccountKey is not Base64, or it has no AccountName", e);
        }
    }

    private static URI endpoint(Map<String, String> members, String service) {
        String otherwise = members.getOrDefault("DefaultEndpointsProtocol", "https") + "://"
                + members.getOrDefault("AccountName", "") + "." + service.toLowerCase(Locale.ROOT) + "."
                + members.getOrDefault("EndpointSuffix", "core.windows.net");
        String address = given(members, service + "Endpoint").orElse(otherwise).replaceFirst("/+$", "");
        URI endpoint = URI.create(address);
        if (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).startsWith("http")) {
            throw new IllegalArgumentException("it has neither an AccountName nor a " + service + "Endpoint");
        }
        return endpoint;
    }

    private static String account(Map<String, String> members) {
        return given(members, "AccountName").orElseThrow(() -> new IllegalArgumentException("it has no AccountName"));
    }

    private static Optional<String> given(Map<String, String> members, String name) {
        return Optional.ofNullable(members.get(name)).filter(value -> !value.isEmpty());
    }
}
