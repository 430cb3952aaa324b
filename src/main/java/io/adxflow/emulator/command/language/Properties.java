package io.adxflow.emulator.command.language;

import static io.adxflow.emulator.command.language.CommandProblem.BAD_PROPERTY;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.kql.language.DatetimeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code with ( NAME = VALUE, … )}, none, one or several in a row; names in any letter case, values as any literal. */
public final class Properties {
    private static final Pattern WRAPPED =
            Pattern.compile("(?:datetime|dynamic|guid|timespan|time|long|bool|string)\\s*\\((.*)\\)", Pattern.DOTALL);

    private final SourceText source;
    private final Map<String, Value> values = new LinkedHashMap<>();

    private record Value(String text, Span span) {}

    private Properties(SourceText source) {
        this.source = source;
    }

    public static Properties read(CommandReader reader) {
        Properties properties = new Properties(reader.source());
        while (reader.take("with")) {
            if (reader.isAtString()) {
                properties.putJson(reader);
            } else {
                reader.list(() -> properties.put(reader));
            }
        }
        return properties;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** In lower case. */
    public Set<String> names() {
        return values.keySet();
    }

    public Optional<String> text(String name) {
        return value(name).map(Value::text);
    }

    public boolean flag(String name, boolean absent) {
        Optional<Value> value = value(name);
        return value.map(found -> switch (found.text().toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw bad(name, found, "true or false");
                })
                .orElse(absent);
    }

    public OptionalLong datetime(String name) {
        Optional<Value> value = value(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong ticks = DatetimeText.ticks(value.get().text());
        if (ticks.isEmpty()) {
            throw bad(name, value.get(), "a datetime");
        }
        return ticks;
    }

    public Optional<UUID> guid(String name) {
        Optional<Value> value = value(name);
        try {
            return value.map(found -> UUID.fromString(found.text()));
        } catch (IllegalArgumentException e) {
            throw bad(name, value.orElseThrow(), "a guid");
        }
    }

    /** A JSON array of strings. */
    public List<String> texts(String name) {
        return value(name).map(found -> texts(name, found)).orElse(List.of());
    }

    public UserException bad(String name, String expected) {
        return bad(name, value(name).orElseThrow(), expected);
    }

    /** A problem at the value of a property. */
    public Diagnostic at(CommandProblem problem, String name, Object... arguments) {
        return problem.at(value(name).orElseThrow().span(), arguments).in(source);
    }

    private List<String> texts(String name, Value value) {
        try {
            if (Json.read(value.text()) instanceof List<?> list) {
                return list.stream().map(String::valueOf).toList();
            }
        } catch (JsonException e) {
            throw bad(name, value, "a JSON array of strings: " + e.getMessage());
        }
        throw bad(name, value, "a JSON array of strings");
    }

    private Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
    }

    private UserException bad(String name, Value value, String expected) {
        return BAD_PROPERTY
                .at(value.span(), name, value.text(), expected)
                .in(source)
                .toException();
    }

    private Name put(CommandReader reader) {
        Name name = reader.name();
        reader.expectSymbol("=");
        int start = reader.position();
        String text = reader.isAtString() ? reader.string() : unwrapped(reader.raw(",)"));
        values.put(name.value().toLowerCase(Locale.ROOT), new Value(text, new Span(start, reader.position())));
        return name;
    }

    private void putJson(CommandReader reader) {
        int start = reader.position();
        String text = reader.string();
        Value whole = new Value(text, new Span(start, reader.position()));
        try {
            ((Map<?, ?>) Json.read(text))
                    .forEach((name, value) -> values.put(
                            String.valueOf(name).toLowerCase(Locale.ROOT),
                            new Value(String.valueOf(value), whole.span())));
        } catch (JsonException | ClassCastException e) {
            throw bad("with", whole, "a JSON object");
        }
    }

    private static String unwrapped(String raw) {
        Matcher wrapped = WRAPPED.matcher(raw);
        String inner = wrapped.matches() ? wrapped.group(1).strip() : raw;
        return StringLiterals.startsAt(inner, 0) ? new StringLiterals(inner, 0).value() : inner;
    }
}
