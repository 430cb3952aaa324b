package io.adxflow.kql.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a URL as {@code parse_url()} names them; parts that are missing are empty. */
public final class UrlParts {
    private static final Pattern URL = Pattern.compile(
            "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?(?://(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?"
                    + "(?<host>\\[[^]]*]|[^:/?#]*)(?::(?<port>\\d*))?)?(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#(?<fragment>.*))?",
            Pattern.DOTALL);

    private UrlParts() {}

    public static String of(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            return null;
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("Scheme", text(matcher.group("scheme")));
        parts.put("Host", text(matcher.group("host")));
        parts.put("Port", text(matcher.group("port")));
        parts.put("Path", text(matcher.group("path")));
        parts.put("Username", text(matcher.group("user")));
        parts.put("Password", text(matcher.group("password")));
        parts.put("Query Parameters", parameters(text(matcher.group("query"))));
        parts.put("Fragment", text(matcher.group("fragment")));
        return JsonText.of(parts);
    }

    public static String ofQuery(String query) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("Query Parameters", parameters(query.startsWith("?") ? query.substring(1) : query));
        return JsonText.of(parts);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                parameters.put(
                        Encodings.urlDecode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : Encodings.urlDecode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String text(String group) {
        return group == null ? "" : group;
    }
}
