package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions: Kusto's dialect is RE2 whose classes know Unicode. */
public final class Patterns {
    private static final Memo<String, Pattern> JAVA = new Memo<>(Patterns::compile);
    private static final Map<Character, String> CLASSES =
            Map.of('d', "\\p{Nd}", 'D', "\\P{Nd}", 'w', "\\p{L}\\p{Mn}\\p{Nd}_", 's', "\\s\\v\\x{85}\\p{Z}");

    private static final Pattern AROUND = Pattern.compile("\\(\\?<?[=!]");
    private static final Pattern COUNT = Pattern.compile("\\{\\d+(,\\d*)?}");

    private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?P?<([A-Za-z]\\w*)>");

    private Patterns() {}

    /** The same expression for DuckDB's RE2, whose classes know ASCII only. */
    public static String re2(String regex) {
        StringBuilder re2 = new StringBuilder(regex.length());
        boolean isInClass = false;
        for (int at = 0; at < regex.length(); at++) {
            char next = regex.charAt(at);
            if (next == '\\' && at + 1 < regex.length()) {
                re2.append(escape(regex.charAt(++at), isInClass));
                continue;
            }
            isInClass = next == '[' ? true : next != ']' && isInClass;
            re2.append(next);
        }
        return re2.toString();
    }

    /** The expression compiled for Java. */
    public static Pattern java(String regex) {
        return JAVA.of(regex);
    }

    /** A group of the first match; empty when there is no match or no such group. */
    public static String extract(String regex, long group, String text) {
        Matcher matcher = java(regex).matcher(text);
        return group >= 0 && matcher.find() ? group(matcher, (int) Math.min(group, Integer.MAX_VALUE)) : "";
    }

    /** All matches, as {@code extract_all()} gives them: one group gives texts, several give arrays; none gives null. */
    public static String extractAll(String regex, String groups, String text) {
        Matcher matcher = java(regex).matcher(text);
        List<Object> chosen = groups == null ? null : chosen(groups);
        List<Object> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(groups(matcher, chosen));
        }
        return found.isEmpty() ? null : JsonText.of(found);
    }

    /** Where the n-th match in a part of a text is, counted from 0; -1 when there is none. */
    public static Long indexOf(Object[] arguments) {
        String text = (String) arguments[0];
        long start = (Long) arguments[2];
        long length = (Long) arguments[3];
        long occurrence = (Long) arguments[4];
        if (start < 0 || length < -1 || occurrence < 1) {
            return null;
        }
        int from = (int) Math.min(start, text.length());
        int to = length < 0 ? text.length() : from + (int) Math.min(text.length() - from, length);
        Matcher matcher = java((String) arguments[1]).matcher(text).region(from, to);
        for (long seen = 0; matcher.find(); ) {
            if (++seen == occurrence) {
                return (long) matcher.start();
            }
        }
        return -1L;
    }

    private static List<Object> chosen(String groups) {
        Object value = Json.read(groups);
        return value instanceof List<?> list ? new ArrayList<>(list) : null;
    }

    private static Object groups(Matcher match, List<Object> chosen) {
        List<String> texts = new ArrayList<>();
        if (chosen == null) {
            int first = match.groupCount() == 0 ? 0 : 1;
            for (int group = first; group <= match.groupCount(); group++) {
                texts.add(group(match, group));
            }
        } else {
            chosen.forEach(group ->
                    texts.add(group instanceof Long number ? group(match, number.intValue()) : named(match, group)));
        }
        return texts.size() == 1 ? texts.get(0) : texts;
    }

    private static String named(Matcher match, Object name) {
        try {
            String text = name instanceof String group ? match.group(javaName(group)) : null;
            return text == null ? "" : text;
        } catch (IllegalArgumentException noSuchGroup) {
            return "";
        }
    }

    /** The name of a group in Java, where it cannot have an underscore. */
    private static String javaName(String name) {
        return name.replace("Z", "ZZ").replace("_", "Zu");
    }

    private static String group(MatchResult match, int group) {
        String text = group < 0 || group > match.groupCount() ? null : match.group(group);
        return text == null ? "" : text;
    }

    private static String escape(char escaped, boolean isInClass) {
        String unicode = CLASSES.get(escaped);
        if (unicode == null) {
            return escaped == 'W' && !isInClass ? "[^" + CLASSES.get('w') + "]" : "\\" + escaped;
        }
        return isInClass || unicode.length() == 6 ? unicode : "[" + unicode + "]";
    }

    /** The same for one whose groups are taken out, of which Kusto wants 1 to 16. */
    static Optional<String> problemOfGroups(String regex) {
        return problem(regex).or(() -> {
            int groups = compile(regex).matcher("").groupCount();
            return groups >= 1 && groups <= 16
                    ? Optional.empty()
                    : Optional.of("the regular expression '" + regex + "' must have 1 to 16 groups");
        });
    }

    /** Why a regular expression cannot be used; empty when it can. */
    public static Optional<String> problem(String regex) {
        if (AROUND.matcher(regex).find()) {
            return Optional.of("the regular expression '" + regex + "' looks around, which is not supported");
        }
        try {
            compile(regex);
            return Optional.empty();
        } catch (IllegalArgumentException invalid) {
            return Optional.of(invalid.getMessage());
        }
    }

    private static Pattern compile(String regex) {
        try {
            return Pattern.compile(javaSyntax(regex), Pattern.UNICODE_CHARACTER_CLASS);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "the regular expression '" + regex + "' is not valid: " + e.getDescription(), e);
        }
    }

    /** In RE2 a brace that counts nothing is text, and so are brackets and ampersands inside of a class. */
    private static String javaSyntax(String regex) {
        StringBuilder java = new StringBuilder(regex.length());
        boolean isInClass = false;
        for (int at = 0; at < regex.length(); at++) {
            char next = regex.charAt(at);
            if (next == '\\' && at + 1 < regex.length()) {
                java.append(next).append(regex.charAt(++at));
            } else if (isInClass) {
                isInClass = next != ']';
                java.append(next == '[' || next == '&' ? "\\" : "").append(next);
            } else if (next == '[') {
                int start = regex.startsWith("[^", at) ? at + 2 : at + 1;
                java.append(regex, at, start);
                isInClass = true;
                at = start - 1;
                if (regex.startsWith("]", start)) {
                    java.append("\\]");
                    at++;
                }
            } else {
                boolean isText = next == '{'
                        && !COUNT.matcher(regex).region(at, regex.length()).lookingAt();
                java.append(isText ? "\\" : "").append(next);
            }
        }
        return GROUP_NAME
                .matcher(java)
                .replaceAll(group -> Matcher.quoteReplacement("(?<" + javaName(group.group(1)) + ">"));
    }
}
