package io.adxflow.emulator.command.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The spellings of a name: bare, {@code ['any']}, {@code ["any"]}, {@code [any one]}, {@code 'any'}. */
public final class Names {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_$][A-Za-z0-9_$]*(-[A-Za-z0-9_$]+)*");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]'\"]+)\\]");
    private static final Pattern BLANK = Pattern.compile("\\s*");

    private String value = "";
    private int end = -1;

    Names(String text, int start) {
        Matcher bare = BARE.matcher(text).region(start, text.length());
        Matcher bracketed = BRACKETED.matcher(text).region(start, text.length());
        if (bare.lookingAt() && !StringLiterals.startsAt(text, start)) {
            found(bare.group(), bare.end());
        } else if (bracketed.lookingAt()) {
            found(bracketed.group(1).strip(), bracketed.end());
        } else if (StringLiterals.startsAt(text, start)) {
            quoted(text, start);
        } else if (start < text.length() && text.charAt(start) == '[') {
            bracketedString(text, blank(text, start + 1));
        }
    }

    String value() {
        return value;
    }

    /** The offset after the name, or a negative number when there is none. */
    int end() {
        return end;
    }

    private void quoted(String text, int start) {
        StringLiterals literal = new StringLiterals(text, start);
        found(literal.value(), literal.end());
    }

    private void bracketedString(String text, int start) {
        if (!StringLiterals.startsAt(text, start)) {
            return;
        }
        StringLiterals literal = new StringLiterals(text, start);
        int bracket = literal.end() < 0 ? text.length() : blank(text, literal.end());
        if (bracket < text.length() && text.charAt(bracket) == ']') {
            found(literal.value(), bracket + 1);
        }
    }

    private static int blank(String text, int start) {
        Matcher blank = BLANK.matcher(text).region(start, text.length());
        return blank.lookingAt() ? blank.end() : start;
    }

    private void found(String name, int after) {
        value = name;
        end = after;
    }
}
