import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What users do with Microsoft's SDK, against the cluster that the first argument names; of a second argument {@code queued}, only
 * what goes through the storage. Prints a line for each claim: {@code passed} or {@code failed}, the claim, and why; separated by
 * tabulators. Compiled and run by {@code JavaSdkProgram}.
 */
public final class SdkClient {
    private SdkClient() {}

    public static void main(String[] arguments) throws Exception {
        int failures = 0;
        for (Map.Entry<String, Claim> claim :
                claims(arguments[0], arguments.length == 1).entrySet()) {
            try {
                claim.getValue().hold();
                System.out.println("passed\t" + claim.getKey() + "\t");
            } catch (Throwable e) {
                failures++;
                System.out.println(
                        "failed\t" + claim.getKey() + "\t" + e.toString().replaceAll("\\s+", " "));
                e.printStackTrace();
            }
        }
        System.exit(failures);
    }

    private static Map<String, Claim> claims(String cluster, boolean all) throws Exception {
        Map<String, Claim> claims = new LinkedHashMap<>();
        IngestionClaims ingestion = new IngestionClaims(cluster);
        ingestion.addQueued(claims);
        ingestion.addFailures(claims);
        if (all) {
            QueryClaims queries = new QueryClaims(cluster);
            queries.addQueries(claims);
            queries.addCommands(claims);
            ingestion.addStreaming(claims);
            new ManagedClaims(cluster).add(claims);
        }
        return claims;
    }
}
