package io.adxflow.emulator.command.policy;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.TimespanText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of a policy: a JSON object in any kind of string, or the keywords that some policies have. */
final class PolicyValue {
    private static final List<String> ENCODINGS = List.of("Identifier", "BigObject", "BigObject32", "Vector16", "Null");
    private static final Pattern WINDOW =
            Pattern.compile("(?s)datetime\\s*\\((.*?)\\)\\s*\\.\\.\\s*datetime\\s*\\((.*?)\\)");

    private PolicyValue() {}

    static PolicySetting read(CommandReader reader, PolicyKind kind) {
        int start = reader.position();
        if (reader.isAtString()) {
            return json(reader, kind, start);
        }
        return new PolicySetting.Members(
                switch (kind) {
                    case INGESTION_TIME, STREAMING_INGESTION, RESTRICTED_VIEW_ACCESS -> enabled(reader);
                    case RETENTION -> retention(reader);
                    case CACHING -> caching(reader);
                    case ENCODING -> encoding(reader);
                    case ROW_ORDER -> rowOrder(reader);
                    case ROW_LEVEL_SECURITY -> rowLevelSecurity(reader);
                    default -> throw reader.unexpected("the policy as a JSON text");
                });
    }

    private static PolicySetting json(CommandReader reader, PolicyKind kind, int start) {
        String text = reader.string();
        PolicyPlace place = new PolicyPlace(kind, reader.source(), new Span(start, reader.position()));
        try {
            Object value = Json.read(text);
            if (kind.isList()) {
                return new PolicySetting.Entries(entries(place, value));
            }
            Map<String, Object> policy = members(place, value, "expected a JSON object");
            requireTimes(place, policy);
            return new PolicySetting.Members(policy);
        } catch (JsonException e) {
            throw place.bad(e.getMessage());
        }
    }

    private static List<Map<String, Object>> entries(PolicyPlace place, Object value) {
        if (!(value instanceof List<?> list)) {
            throw place.bad("expected a JSON array of objects");
        }
        List<Map<String, Object>> entries = list.stream()
                .map(entry -> members(place, entry, "expected a JSON array of objects"))
                .toList();
        if (place.kind() == PolicyKind.EXTENT_TAGS_RETENTION) {
            entries.forEach(entry -> TagRetention.require(place, entry));
        }
        return entries;
    }

    private static Map<String, Object> members(PolicyPlace place, Object value, String expected) {
        if (!(value instanceof Map<?, ?> members)) {
            throw place.bad(expected);
        }
        Map<String, Object> policy = new LinkedHashMap<>();
        members.forEach((name, member) -> policy.put((String) name, member));
        return policy;
    }

    /** What is obeyed must be readable. */
    private static void requireTimes(PolicyPlace place, Map<String, Object> policy) {
        Map<String, String> whole = Map.of(place.kind().keyword(), Json.write(policy));
        PolicyKind.RETENTION
                .text(whole, "SoftDeletePeriod")
                .filter(period -> PolicyKind.ticks(period).isEmpty())
                .ifPresent(period -> {
                    throw place.bad("SoftDeletePeriod is no timespan");
                });
        PolicyKind.AUTO_DELETE
                .text(whole, "ExpiryDate")
                .filter(date -> DatetimeText.ticks(date).isEmpty())
                .ifPresent(date -> {
                    throw place.bad("ExpiryDate is no datetime");
                });
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
        boolean isTogether = reader.take("hot");
        if (!isTogether) {
            reader.expect("hotdata");
        }
        reader.expectSymbol("=");
        Map<String, Object> span = Map.of("Value", timespan(reader));
        policy.put("DataHotSpan", span);
        policy.put("IndexHotSpan", isTogether ? span : indexSpan(reader));
        List<Object> windows = new ArrayList<>();
        while (reader.takeSymbol(",") && reader.take("hot_window")) {
            windows.add(window(reader));
        }
        policy.put("HotWindows", windows);
        return policy;
    }

    private static Map<String, Object> indexSpan(CommandReader reader) {
        reader.expect("hotindex");
        reader.expectSymbol("=");
        return Map.of("Value", timespan(reader));
    }

    /** {@code = datetime(FROM) .. datetime(TO)}. */
    private static Map<String, Object> window(CommandReader reader) {
        reader.expectSymbol("=");
        Matcher window = WINDOW.matcher(reader.raw(",;"));
        if (!window.matches()) {
            throw reader.unexpected("datetime(…) .. datetime(…) before this");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("MinValue", datetime(reader, window.group(1)));
        members.put("MaxValue", datetime(reader, window.group(2)));
        return members;
    }

    private static String datetime(CommandReader reader, String text) {
        OptionalLong ticks = DatetimeText.ticks(text.strip());
        if (ticks.isEmpty()) {
            throw reader.unexpected("two datetimes before this");
        }
        return DatetimeText.of(ticks.getAsLong());
    }

    /** {@code ( {COLUMN (asc | desc)},)}. */
    private static Map<String, Object> rowOrder(CommandReader reader) {
        List<Object> columns = reader.list(() -> {
            String column = reader.name().value();
            boolean isDescending = reader.take("desc");
            if (!isDescending) {
                reader.expect("asc");
            }
            return column + (isDescending ? " desc" : " asc");
        });
        return Map.of("Columns", columns);
    }

    /** {@code [type = 'PROFILE']}; without a profile the one that is set is cleared. */
    private static Map<String, Object> encoding(CommandReader reader) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("EncodingPolicyType", null);
        if (reader.take("type")) {
            reader.expectSymbol("=");
            int start = reader.position();
            String profile = reader.string();
            String known = ENCODINGS.stream()
                    .filter(profile::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> reader.at(start).unexpected("one of " + String.join(", ", ENCODINGS)));
            policy.put("EncodingPolicyType", known.equals("Null") ? null : known);
        }
        return policy;
    }

    /** {@code (enable | disable) [with (allowMaterializedViewsWithoutRowLevelSecurity = true)] "QUERY"}. */
    private static Map<String, Object> rowLevelSecurity(CommandReader reader) {
        Map<String, Object> policy = new LinkedHashMap<>(enabled(reader));
        boolean areViewsAllowed = Properties.read(reader).flag("allowMaterializedViewsWithoutRowLevelSecurity", false);
        policy.put("AllowMaterializedViewsWithoutRowLevelSecurity", areViewsAllowed);
        policy.put("Query", reader.string());
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
