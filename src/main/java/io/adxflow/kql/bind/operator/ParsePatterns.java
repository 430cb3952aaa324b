package io.adxflow.kql.bind.operator;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.syntax.tree.ParsePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The regular expression for the pattern of a {@code parse}. Outside of {@code kind=regex}, texts match as they are and
 * columns take as little as they can; a number that no text follows takes all its digits.
 */
final class ParsePatterns {
    private final ParsePattern pattern;
    private final StringBuilder regex = new StringBuilder();
    private final List<Group> groups = new ArrayList<>();
    private int count;

    /** A capture, and the number of its group. */
    record Group(ParsePattern.Capture capture, int number) {}

    private ParsePatterns(ParsePattern pattern) {
        this.pattern = pattern;
    }

    static ParsePatterns of(ParsePattern pattern) {
        ParsePatterns patterns = new ParsePatterns(pattern);
        patterns.write();
        return patterns;
    }

    String regex() {
        return regex.toString();
    }

    List<Group> groups() {
        return groups;
    }

    private boolean isRegex() {
        return pattern.kind() == ParsePattern.Kind.REGEX;
    }

    private void write() {
        regex.append("(?s")
                .append(pattern.flags().toLowerCase(Locale.ROOT).replaceAll("[^im]", ""))
                .append(')');
        regex.append('^');
        for (int i = 0; i < pattern.parts().size(); i++) {
            write(pattern.parts().get(i), i);
        }
        boolean endsOpen = pattern.parts().get(pattern.parts().size() - 1) instanceof ParsePattern.Skip;
        regex.append(isRegex() || endsOpen ? "" : "$");
    }

    private void write(ParsePattern.Part part, int index) {
        if (part instanceof ParsePattern.Text text) {
            regex.append(isRegex() ? "(?:" + text.text() + ")" : quoted(text.text()));
            count += isRegex() ? groupsIn(text.text()) : 0;
        } else if (part instanceof ParsePattern.Capture capture) {
            groups.add(new Group(capture, ++count));
            regex.append('(').append(inside(capture, index)).append(')');
        } else {
            regex.append(".*?");
        }
    }

    private String inside(ParsePattern.Capture capture, int index) {
        boolean isLast = index == pattern.parts().size() - 1;
        boolean isBeforeText = !isLast && pattern.parts().get(index + 1) instanceof ParsePattern.Text;
        KqlType type = capture.type().orElse(KqlType.STRING);
        if (isRegex()) {
            return pattern.flags().contains("U") ? ".*?" : number(type, ".*");
        }
        if (isLast) {
            return ".*";
        }
        return isBeforeText ? ".*?" : number(type, ".*?");
    }

    private static String number(KqlType type, String otherwise) {
        return switch (type) {
            case INT, LONG -> "[-+]?\\d+";
            case REAL, DECIMAL -> "[-+]?\\d*\\.?\\d*(?:[eE][-+]?\\d+)?";
            case BOOL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC -> otherwise;
        };
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean isPlain = c > 127 || Character.isLetterOrDigit(c) || Character.isWhitespace(c);
            quoted.append(isPlain ? "" : "\\").append(c);
        }
        return quoted.toString();
    }

    /** How many groups a part of the pattern brings along. */
    private static int groupsIn(String regex) {
        int groups = 0;
        for (int i = 0; i < regex.length(); i++) {
            if (regex.charAt(i) == '\\') {
                i++;
            } else if (regex.charAt(i) == '(' && (!regex.startsWith("(?", i) || regex.startsWith("(?P<", i))) {
                groups++;
            }
        }
        return groups;
    }
}
