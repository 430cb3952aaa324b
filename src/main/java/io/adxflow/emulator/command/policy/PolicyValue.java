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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of a policy: a JSON object in any kind of string, or the keywords that some policies have. */
final class PolicyValue {
    private static final Pattern WINDOW =
            Pattern.compile("(?s)datetime\\s*\\((.*?)\\)\\s*\\.\\.\\s*datetime\\s*\\((.*?)\\)");

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
            case ROW_ORDER -> rowOrder(reader);
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

    private static String timespan(CommandReader reader) {
        String text = reader.raw(" \t\r\n;,");
        OptionalLong ticks = TimespanText.ticks(text.replaceAll("^time(span)?\\((.*)\\)$", "$2"));
        if (ticks.isEmpty()) {
            throw reader.unexpected("a timespan before this");
        }
        return TimespanText.of(ticks.getAsLong());
    }
}
