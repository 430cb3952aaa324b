package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxCluster;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * What a write was told, checked.
 *
 * @param requestId names the write: its blobs, its tags and its count carry it
 * @param timeout how long an ingestion may take
 * @param blobBytes how much text goes into one file, before compression
 */
record AdxWriteOptions(AdxCluster cluster, String table, String requestId, Duration timeout, long blobBytes) {
    private static final long TWO_DAYS = 172_800;
    private static final int MEGABYTES_PER_BLOB = 256;
    private static final Set<String> NAMES = Set.of(
            AdxOption.TABLE,
            AdxOption.TIMEOUT,
            AdxOption.WRITE_MODE,
            AdxOption.TABLE_CREATE,
            AdxOption.POLLING_ON_DRIVER,
            AdxOption.CHECKPOINT,
            AdxOption.BATCHING_LIMIT);

    static AdxWriteOptions from(CaseInsensitiveStringMap options) {
        OptionReader reader = new OptionReader(options, NAMES);
        String table = reader.required(AdxOption.TABLE);
        reader.only(AdxOption.WRITE_MODE, "Transactional");
        reader.only(AdxOption.TABLE_CREATE, "FailIfNotExist");
        long timeout = reader.seconds(AdxOption.TIMEOUT, TWO_DAYS);
        String requestId =
                reader.optional(AdxOption.REQUEST_ID, UUID.randomUUID().toString());
        if (!requestId.matches("[A-Za-z0-9._;-]{1,100}")) {
            reader.wrong(AdxOption.REQUEST_ID, "at most 100 letters, digits and . _ ; -");
        }
        long megabytes = reader.count(AdxOption.BATCHING_LIMIT).orElse(MEGABYTES_PER_BLOB);
        return new AdxWriteOptions(reader.cluster(), table, requestId, Duration.ofSeconds(timeout), megabytes << 20);
    }

    /** The same write into another table and under another id. */
    AdxWriteOptions into(String other, String id) {
        return new AdxWriteOptions(cluster, other, id, timeout, blobBytes);
    }

    /** The folder of the write's files. */
    String blobPrefix() {
        return "adxflow/" + requestId.replace(';', '-') + "/";
    }
}
