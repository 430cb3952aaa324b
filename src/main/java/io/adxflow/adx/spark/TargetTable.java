package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxRowStream;
import io.adxflow.adx.client.Quoted;
import java.util.List;

/** The table that a write goes to. */
final class TargetTable {
    private TargetTable() {}

    static List<AdxColumn> columns(AdxWriteOptions options) {
        String query = KqlText.pipe(Quoted.name(options.table()), "take 0");
        try (AdxClient client = AdxClient.connect(options.cluster());
                AdxRowStream nothing = client.stream(options.cluster().database(), query, AdxOptions.none())) {
            nothing.forEachRemaining(row -> {});
            return nothing.columns();
        }
    }
}
