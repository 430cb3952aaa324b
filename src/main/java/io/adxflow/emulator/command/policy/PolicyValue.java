package io.adxflow.emulator.command.policy;

import static io.adxflow.emulator.command.language.CommandProblem.BAD_POLICY;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.TimespanText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The value of a policy: a JSON object in any kind of string, or the keywords that some policies have. */
final class PolicyValue {
    private PolicyValue() {}

    static Map<String, Object> read(CommandReader reader, PolicyKind kind) {
        int start = reader.position();
        if (reader.isAtString()) {
            return json(reader, kind, start);
        }
        return switch (kind) {
            case INGESTION_TIME, STREAMING_INGESTION, RESTRICTED_VIEW_ACCESS -> enabled(reader);
            case RETENTION -> retention(reader);
            case CACHING -> caching(reader);
            default -> throw reader.unexpected("the policy as a JSON text");
        };
    }

    private static Map<String, Object> json(CommandReader reader, PolicyKind kind, int start) {
        String text = reader.string();
        Span span = new Span(start, reader.position());
        try {
            Object value = Json.read(text);
            if (value instanceof List<?> list && kind == PolicyKind.EXTENT_TAGS_RETENTION) {
                return Map.of("Policies", list);
            }
            if (!(value instanceof Map<?, ?> members)) {
                throw bad(reader, span, kind, "expected a JSON object");
            }
            Map<String, Object> policy = new LinkedHashMap<>();
            members.forEach((name, member) -> policy.put((String) name, member));
            requireTimes(reader, span, kind, policy);
            return policy;
        } catch (JsonException e) {
            throw bad(reader, span, kind, e.getMessage());
        }
    }

    /** What is obeyed must be readable. */
    private static void requireTimes(CommandReader reader, Span span, PolicyKind kind, Map<String, Object> policy) {
        Map<String, String> whole = Map.of(kind.keyword(), Json.write(policy));
        PolicyKind.RETENTION
                .text(whole, "SoftDeletePeriod")
                .filter(period -> PolicyKind.ticks(period).isEmpty())
                .ifPresent(period -> {
                    throw bad(reader, span, kind, "SoftDeletePeriod is no timespan");
                });
        PolicyKind.AUTO_DELETE
                .text(whole, "ExpiryDate")
                .filter(date -> DatetimeText.ticks(date).isEmpty())
                .ifPresent(date -> {
                    throw bad(reader, span, kind, "ExpiryDate is no datetime");
                });
    }

    private static UserException bad(CommandReader reader, Span span, PolicyKind kind, String why) {
        return BAD_POLICY.at(span, kind.keyword(), why).in(reader.source()).toException();
    }

    private static Map<String, Object> enabled(CommandReader reader) {
        if (reader.take("true") || reader.take("enable")) {
            return Map.of("IsEnabled", true);
        }
        if (reader.take("false") || reader.take("disable")) {
            return Map.of("IsEnabled", false);
        }
        throw reader.unexpected("true, false, enable or disable");
    }

    private static Map<String, Object> retention(CommandReader reader) {
        Map<String, Object> policy = new LinkedHashMap<>();
        while (!reader.isAtEnd() && !reader.isAtSymbol(";")) {
            if (reader.take("softdelete")) {
                reader.expectSymbol("=");
                policy.put("SoftDeletePeriod", timespan(reader));
            } else {
                reader.expect("recoverability");
                reader.expectSymbol("=");
                boolean isEnabled = reader.take("enabled");
                if (!isEnabled) {
                    reader.expect("disabled");
                }
                policy.put("Recoverability", isEnabled ? "Enabled" : "Disabled");
            }
        }
        return policy;
    }

    private static Map<String, Object> caching(CommandReader reader) {
        Map<String, Object> policy = new LinkedHashMap<>();
        reader.expect("hot");
        reader.expectSymbol("=");
        Map<String, Object> span = Map.of("Value", timespan(reader));
        policy.put("DataHotSpan", span);
        policy.put("IndexHotSpan", span);
        return policy;
    }

    private static String timespan(CommandReader reader) {
        String text = reader.raw(" \t\r\n;,");
        OptionalLong ticks = TimespanText.ticks(text.replaceAll("^time(span)?\\((.*)\\)$", "$2"));
        if (ticks.isEmpty()) {
            throw reader.unexpected("a timespan before this");
        }
        return TimespanText.of(ticks.getAsLong());
    }
}
