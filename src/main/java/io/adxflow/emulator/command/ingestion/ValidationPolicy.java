package io.adxflow.emulator.command.ingestion;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.ingest.UnevenRecords;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the ingestion property {@code validationPolicy}, as commands write it, with numbers, and as the SDKs do, with names.
 * Without it records of another length fail the ingestion.
 *
 * @see <a href="https://learn.microsoft.com/kusto/ingestion-properties">Ingestion properties</a>
 */
final class ValidationPolicy {
    private static final String NAME = "validationPolicy";
    private static final String EXPECTED = "{\"ValidationOptions\": 0 or 1, \"ValidationImplications\": 0 or 1}";

    private ValidationPolicy() {}

    static UnevenRecords uneven(Properties properties) {
        Optional<String> text = properties.text(NAME).filter(value -> !value.isEmpty() && !value.equals("null"));
        if (text.isEmpty()) {
            return UnevenRecords.FAIL;
        }
        Map<String, String> policy = members(properties, text.get());
        String options = policy.getOrDefault("ValidationOptions", "0");
        String implications =
                policy.getOrDefault("ValidationImplications", policy.getOrDefault("ValidationPolicyType", "0"));
        return switch (options.toLowerCase(Locale.ROOT)) {
            case "0", "donotvalidate" -> UnevenRecords.KEEP;
            case "1", "validatecsvinputconstantcolumns" -> skipping(properties, implications);
            default -> throw properties.bad(NAME, EXPECTED);
        };
    }

    private static UnevenRecords skipping(Properties properties, String implications) {
        return switch (implications.toLowerCase(Locale.ROOT)) {
            case "0", "fail" -> UnevenRecords.FAIL;
            case "1", "besteffort", "ignore" -> UnevenRecords.SKIP;
            default -> throw properties.bad(NAME, EXPECTED);
        };
    }

    private static Map<String, String> members(Properties properties, String text) {
        Map<String, String> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            if (Json.readRelaxed(text) instanceof Map<?, ?> policy) {
                policy.forEach((name, value) -> members.put(name.toString(), String.valueOf(value)));
                return members;
            }
        } catch (JsonException e) {
            throw properties.bad(NAME, EXPECTED);
        }
        throw properties.bad(NAME, EXPECTED);
    }
}
