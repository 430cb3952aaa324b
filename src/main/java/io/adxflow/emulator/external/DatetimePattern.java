package io.adxflow.emulator.external;

import io.adxflow.kql.language.DatetimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a datetime is written in a path: {@code yyyy}, {@code MM}, {@code dd}, {@code HH}, {@code mm} and {@code ss}, also in
 * curly brackets, between texts, which may stand in single quotes.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/external-tables-azure-storage#path-format">Path format</a>
 */
public final class DatetimePattern {
    private static final Pattern TOKEN = Pattern.compile(
            "\\{(?<braced>[A-Za-z]+)}|'(?<quoted>[^']*)'|(?<letters>yyyy|yy|MM|dd|HH|mm|ss)|(?<text>[^A-Za-z'{}])");
    /** The parts of a datetime, where they stand in {@code 0001-01-01T00:00:00}, and how long they are. */
    private static final Map<String, Integer> STARTS =
            Map.of("yyyy", 0, "yy", 2, "MM", 5, "dd", 8, "HH", 11, "mm", 14, "ss", 17);

    private static final String LEAST = "2000-01-01T00:00:00";

    private final List<Token> tokens;

    private record Token(String text, boolean isPart) {}

    private DatetimePattern(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** @throws IllegalArgumentException saying what is wrong with the pattern */
    public static DatetimePattern of(String pattern) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(pattern);
        int end = 0;
        while (end < pattern.length()) {
            if (!token.region(end, pattern.length()).lookingAt()) {
                throw new IllegalArgumentException("'" + pattern.substring(end)
                        + "' is no part of a datetime pattern; parts: yyyy, yy, MM, dd, HH, mm, ss, 'text'");
            }
            tokens.add(token(token));
            end = token.end();
        }
        if (tokens.stream().noneMatch(one -> one.isPart() && one.text().startsWith("yy"))) {
            throw new IllegalArgumentException("the datetime pattern '" + pattern + "' has no year");
        }
        return new DatetimePattern(tokens);
    }

    private static Token token(Matcher found) {
        String letters = found.group("braced") == null ? found.group("letters") : found.group("braced");
        if (letters != null) {
            if (!STARTS.containsKey(letters)) {
                throw new IllegalArgumentException("'{" + letters + "}' is no part of a datetime pattern");
            }
            return new Token(letters, true);
        }
        return new Token(found.group("quoted") == null ? found.group("text") : found.group("quoted"), false);
    }

    /** What a text must look like, in one group. */
    String regex() {
        return tokens.stream()
                .map(token -> token.isPart() ? "\\d{" + token.text().length() + "}" : Pattern.quote(token.text()))
                .collect(Collectors.joining("", "(", ")"));
    }

    /** Ticks; what the pattern leaves out is as small as it can be. Nothing when the text is no datetime. */
    OptionalLong ticks(String text) {
        StringBuilder moment = new StringBuilder(LEAST);
        int start = 0;
        for (Token token : tokens) {
            int end = start + token.text().length();
            if (token.isPart()) {
                int place = STARTS.get(token.text());
                moment.replace(place, place + token.text().length(), text.substring(start, end));
            }
            start = end;
        }
        return DatetimeText.ticks(moment.toString());
    }

    String text(long ticks) {
        String moment = DatetimeText.of(ticks);
        return tokens.stream()
                .map(token -> token.isPart()
                        ? moment.substring(
                                STARTS.get(token.text()),
                                STARTS.get(token.text()) + token.text().length())
                        : token.text())
                .collect(Collectors.joining());
    }
}
