package io.adxflow.run.commit;

import io.adxflow.adx.client.Quoted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What keeps a staging table as it was written. Merging would change the extents that were counted; the retention of the
 * database would drop rows with an old creation time; auto-delete ends what nobody came back for.
 */
final class StagingPolicies {
    private static final Duration LIFETIME = Duration.ofDays(14);

    private StagingPolicies() {}

    static List<String> of(String table, AdxPort port) {
        String name = Quoted.name(table);
        return List.of(
                ".alter table " + name + " policy merge "
                        + Quoted.string("{\"AllowRebuild\":false,\"AllowMerge\":false}"),
                ".alter-merge table " + name + " policy retention softdelete = 36500d",
                ".alter table " + name + " policy auto_delete "
                        + Quoted.string("{\"ExpiryDate\":\"" + expiry(port) + "\",\"DeleteIfNotEmpty\":true}"));
    }

    /** By the clock of ADX, because the driver's may be wrong. */
    private static String expiry(AdxPort port) {
        Instant now =
                (Instant) port.command(".show version | project Now = now()").value(0, "Now");
        return now.plus(LIFETIME).toString();
    }
}
