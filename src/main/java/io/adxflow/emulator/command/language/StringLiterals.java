package io.adxflow.emulator.command.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One string literal: escaped, verbatim or fenced, with or without the prefix that hides it from logs. */
final class StringLiterals {
    private static final Pattern START = Pattern.compile("[hH]?(@?['\"]|```)");
    private static final String FENCE = "```";

    private final String text;
    private String value = "";
    private int end = -1;

    StringLiterals(String text, int start) {
        this.text = text;
        Matcher open = START.matcher(text).region(start, text.length());
        if (!open.lookingAt()) {
            throw new IllegalArgumentException("no string starts at " + start);
        }
        String opening = open.group(1);
        if (opening.equals(FENCE)) {
            fenced(open.end());
        } else if (opening.startsWith("@")) {
            verbatim(open.end(), opening.charAt(1));
        } else {
            escaped(open.end(), opening.charAt(0));
        }
    }

    static boolean startsAt(String text, int position) {
        return START.matcher(text).region(position, text.length()).lookingAt();
    }

    String value() {
        return value;
    }

    /** The offset after the closing quote, or a negative number when there is none. */
    int end() {
        return end;
    }

    private void fenced(int from) {
        int close = text.indexOf(FENCE, from);
        if (close >= 0) {
            value = text.substring(from, close);
            end = close + FENCE.length();
        }
    }

    private void verbatim(int from, char quote) {
        StringBuilder read = new StringBuilder();
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) != quote) {
                read.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                read.append(quote);
                i++;
            } else {
                value = read.toString();
                end = i + 1;
                return;
            }
        }
    }

    private void escaped(int from, char quote) {
        StringBuilder read = new StringBuilder();
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            char next = text.charAt(i);
            if (next == quote) {
                value = read.toString();
                end = i + 1;
                return;
            }
            if (next == '\\' && i + 1 < text.length()) {
                i = escape(i + 1, read);
            } else {
                read.append(next);
            }
        }
    }

    private int escape(int at, StringBuilder read) {
        char kind = text.charAt(at);
        if (kind == 'u'
                && at + 4 < text.length()
                && text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
            read.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
            return at + 4;
        }
        read.append(
                switch (kind) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case '0' -> '\0';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    default -> kind;
                });
        return at;
    }
}
