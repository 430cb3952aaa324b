package io.adxflow.emulator.protocol;

import io.adxflow.base.http.HttpException;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The body of a query or command request: {@code {"db", "csl", "properties": {"Options", "Parameters"}}}. Names ignore case, as
 * in the service: Grafana writes {@code options}. The properties may be an object or, as the SDKs send them, a text that holds
 * one.
 *
 * @param options client request properties; names ignore case, values are texts
 * @param parameters values of query parameters as KQL literals, or the bare text of a string
 * @see <a href="https://learn.microsoft.com/kusto/api/rest/request">Query/management HTTP request</a>
 */
public record QueryRequest(String database, String text, Map<String, String> options, Map<String, String> parameters) {
    public QueryRequest {
        Map<String, String> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        folded.putAll(options);
        options = Collections.unmodifiableMap(folded);
        parameters = Map.copyOf(parameters);
    }

    /** @throws HttpException with status 400 when the body is not such an object */
    public static QueryRequest read(String body) {
        Map<String, ?> members = object(parsed(body), "the request body");
        Map<String, ?> properties = properties(members.get("properties"));
        return new QueryRequest(
                text(members, "db"),
                text(members, "csl"),
                texts(properties, "Options"),
                texts(properties, "Parameters"));
    }

    private static Object parsed(String json) {
        try {
            return Json.read(json);
        } catch (JsonException e) {
            throw new HttpException(400, "the request body is not JSON: " + e.getMessage());
        }
    }

    private static Map<String, ?> properties(Object value) {
        Object properties = value instanceof String text && !text.isBlank() ? parsed(text) : value;
        return properties == null || "".equals(properties) ? Map.of() : object(properties, "'properties'");
    }

    private static String text(Map<String, ?> members, String name) {
        Object value = members.get(name);
        if (value == null && name.equals("db")) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        throw new HttpException(400, "the request body needs a text '" + name + "'");
    }

    private static Map<String, String> texts(Map<String, ?> properties, String name) {
        Object value = properties.get(name);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value != null) {
            members(value, "'" + name + "'").forEach((key, member) -> {
                if (member != null) {
                    texts.put(key.toString(), plain(member));
                }
            });
        }
        return texts;
    }

    private static String plain(Object value) {
        return value instanceof String text ? text : Json.write(value);
    }

    private static Map<String, ?> object(Object value, String what) {
        Map<String, Object> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        members(value, what).forEach((name, member) -> folded.put(name.toString(), member));
        return folded;
    }

    private static Map<?, ?> members(Object value, String what) {
        if (value instanceof Map<?, ?> members) {
            return members;
        }
        throw new HttpException(400, what + " must be a JSON object");
    }
}
