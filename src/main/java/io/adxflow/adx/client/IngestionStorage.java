package io.adxflow.adx.client;

import io.adxflow.base.diagnostic.RemoteException;
import java.util.List;

/** Where a cluster wants files to be put before it ingests them. */
public final class IngestionStorage {
    private static final String COMMAND = ".get ingestion resources";
    private static final String CONTAINER = "TempStorage";

    private IngestionStorage() {}

    /**
     * The containers that the data management endpoint offers; any of them will do.
     *
     * @throws RemoteException if there is none, or the endpoint does not answer
     */
    public static List<SignedUrl> containers(AdxCluster cluster) {
        try (AdxClient client = AdxClient.connectToIngestion(cluster)) {
            return containers(client);
        }
    }

    /** As {@link #containers(AdxCluster)}, asked by a client of the data management endpoint. */
    public static List<SignedUrl> containers(AdxClient client) {
        AdxResult resources = client.repeatableCommand(client.cluster().database(), COMMAND);
        List<SignedUrl> containers = resources.rows().stream()
                .filter(row -> CONTAINER.equalsIgnoreCase(String.valueOf(row.get(0))))
                .map(row -> new SignedUrl(String.valueOf(row.get(1))))
                .toList();
        if (containers.isEmpty()) {
            throw new RemoteException(
                    "the data management endpoint " + client.cluster().url() + " offers no storage for ingestion",
                    false,
                    0,
                    "",
                    null);
        }
        return containers;
    }
}
