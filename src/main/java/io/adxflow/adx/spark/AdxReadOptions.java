package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import java.util.Set;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** What a read was told, checked. */
record AdxReadOptions(AdxCluster cluster, String query, AdxOptions request, boolean pushesFilters) {
    private static final Set<String> NAMES =
            Set.of(AdxOption.QUERY, AdxOption.REQUEST_PROPERTIES, AdxOption.FILTER_PUSH_DOWN, AdxOption.READ_MODE);

    static AdxReadOptions from(CaseInsensitiveStringMap options) {
        OptionReader reader = new OptionReader(options, NAMES);
        String query = reader.required(AdxOption.QUERY);
        if (query.strip().startsWith(".")) {
            reader.wrong(AdxOption.QUERY, "a query, not a control command");
        }
        boolean pushesFilters = reader.truth(AdxOption.FILTER_PUSH_DOWN, true);
        AdxOptions request = request(reader).withRequestId(reader.optional(AdxOption.REQUEST_ID, ""));
        return new AdxReadOptions(reader.cluster(), query, request, pushesFilters);
    }

    private static AdxOptions request(OptionReader reader) {
        try {
            return RequestPropertiesJson.read(reader.optional(AdxOption.REQUEST_PROPERTIES, "{}"));
        } catch (IllegalArgumentException e) {
            reader.wrong(AdxOption.REQUEST_PROPERTIES, "request properties: " + e.getMessage());
            return AdxOptions.none();
        }
    }
}
