import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder;
import com.microsoft.azure.kusto.ingest.IngestClientFactory;
import com.microsoft.azure.kusto.ingest.ManagedStreamingIngestClient;
import com.microsoft.azure.kusto.ingest.exceptions.IngestionServiceException;
import java.util.Map;

/** Managed streaming when streaming fails: what the client tries again, queues, and gives up. */
final class ManagedClaims extends SdkCluster {
    private static final int ALWAYS = Integer.MAX_VALUE;

    private final String cluster;

    ManagedClaims(String cluster) throws Exception {
        super(cluster);
        this.cluster = cluster;
    }

    void add(Map<String, Claim> claims) {
        claims.put("managed streaming queues what is throttled", () -> queues("Throttled", 429, "{}"));
        claims.put("managed streaming queues when the service fails", () -> queues("Failing", 503, "busy"));
        claims.put("managed streaming queues after errors that pass", () -> queues("Passing", 500, error(false)));
        claims.put("managed streaming tries again before it queues", this::triesAgain);
        claims.put("managed streaming gives up what fails for ever", this::givesUp);
    }

    private void queues(String table, int status, String body) throws Exception {
        createStreaming(table);
        try (FaultyFront front = new FaultyFront(cluster, ALWAYS, status, body);
                ManagedStreamingIngestClient client = managed(front)) {
            succeeded(client.ingestFromStream(stream("1,a\n2,b\n"), properties(table)));
            check(front.streams() > 0, true);
            check(count(query(table)), 2);
        }
    }

    private void triesAgain() throws Exception {
        createStreaming("TriedAgain");
        try (FaultyFront front = new FaultyFront(cluster, 1, 500, error(false));
                ManagedStreamingIngestClient client = managed(front)) {
            client.ingestFromStream(stream("1,a\n"), properties("TriedAgain"));
            check(front.streams(), 2);
            check(count(query("TriedAgain")), 1);
        }
    }

    private void givesUp() throws Exception {
        createStreaming("GivenUp");
        try (FaultyFront front = new FaultyFront(cluster, ALWAYS, 400, error(true));
                ManagedStreamingIngestClient client = managed(front)) {
            client.ingestFromStream(stream("1,a\n"), properties("GivenUp"));
            throw new AssertionError("the stream was accepted");
        } catch (IngestionServiceException e) {
            check(count(query("GivenUp")), 0);
        }
    }

    private static ManagedStreamingIngestClient managed(FaultyFront front) throws Exception {
        return IngestClientFactory.createManagedStreamingIngestClient(
                ConnectionStringBuilder.createWithAadAccessTokenAuthentication(front.address(), "token"));
    }

    private static String error(boolean permanent) {
        return "{\"error\":{\"code\":\"General\",\"message\":\"failed\",\"@type\":\"T\",\"@message\":\"failed\",\"@permanent\":"
                + permanent + "}}";
    }
}
