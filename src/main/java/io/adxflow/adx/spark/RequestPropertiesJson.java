package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.TimespanText;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Request properties in the form in which the connector takes them, and back. */
final class RequestPropertiesJson {
    private static final String NO_TRUNCATION = "notruncation";
    private static final String SERVER_TIMEOUT = "servertimeout";

    private RequestPropertiesJson() {}

    static String write(AdxOptions options) {
        Map<String, Object> inner = new LinkedHashMap<>();
        if (options.noTruncation()) {
            inner.put(NO_TRUNCATION, true);
        }
        if (!options.serverTimeout().isZero()) {
            inner.put(SERVER_TIMEOUT, TimespanText.of(options.serverTimeout()));
        }
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put("Options", inner);
        outer.put("Parameters", options.parameters());
        return Json.write(outer);
    }

    /** @throws IllegalArgumentException if the text has another shape, or a property that is not supported */
    static AdxOptions read(String text) {
        AdxOptions options = AdxOptions.none();
        try {
            for (Map.Entry<?, ?> part : object(Json.read(text)).entrySet()) {
                Map<?, ?> members = object(part.getValue());
                options = switch (String.valueOf(part.getKey())) {
                    case "Options" -> withProperties(options, members);
                    case "Parameters" -> withParameters(options, members);
                    default -> throw new IllegalArgumentException("unknown member '" + part.getKey() + "'");
                };
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return options;
    }

    private static AdxOptions withProperties(AdxOptions start, Map<?, ?> members) {
        AdxOptions options = start;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            options = switch (String.valueOf(member.getKey())) {
                case NO_TRUNCATION -> Boolean.TRUE.equals(member.getValue()) ? options.withoutTruncation() : options;
                case SERVER_TIMEOUT -> options.withServerTimeout(TimespanText.parse(String.valueOf(member.getValue())));
                default -> throw new IllegalArgumentException("unknown property '" + member.getKey() + "'");
            };
        }
        return options;
    }

    private static AdxOptions withParameters(AdxOptions start, Map<?, ?> members) {
        AdxOptions options = start;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            options = options.withParameter(String.valueOf(member.getKey()), String.valueOf(member.getValue()));
        }
        return options;
    }

    private static Map<?, ?> object(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("expected an object, found " + value);
    }
}
