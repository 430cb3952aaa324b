package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * What a read was told, checked.
 *
 * @param partitions in how many slices to read; empty leaves it to the number of rows
 * @param intervals whether a timespan becomes a day-time interval instead of a text
 */
record AdxReadOptions(
        AdxCluster cluster,
        String query,
        AdxOptions request,
        boolean pushesDown,
        OptionalInt partitions,
        boolean intervals) {
    private static final Set<String> NAMES = Set.of(
            AdxOption.QUERY,
            AdxOption.REQUEST_PROPERTIES,
            AdxOption.FILTER_PUSH_DOWN,
            AdxOption.READ_MODE,
            AdxOption.PARTITIONS,
            AdxOption.TIMESPAN_TYPE);

    static AdxReadOptions from(CaseInsensitiveStringMap options) {
        OptionReader reader = new OptionReader(options, NAMES);
        String query = reader.required(AdxOption.QUERY);
        if (query.strip().startsWith(".")) {
            reader.wrong(AdxOption.QUERY, "a query, not a control command");
        }
        boolean pushesDown = reader.truth(AdxOption.FILTER_PUSH_DOWN, true);
        OptionalInt partitions = reader.count(AdxOption.PARTITIONS);
        AdxOptions request = request(reader).withRequestId(reader.optional(AdxOption.REQUEST_ID, ""));
        boolean intervals = reader.choice(AdxOption.TIMESPAN_TYPE, List.of("string", "interval"))
                .equals("interval");
        return new AdxReadOptions(reader.cluster(), query, request, pushesDown, partitions, intervals);
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
