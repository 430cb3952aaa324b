package io.adxflow.emulator.command.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a command as diagnostics may show it: what stands in {@code h'…'} is secret. */
public final class HiddenText {
    private static final Pattern HIDDEN = Pattern.compile("(?<![A-Za-z0-9_])[hH](?=@?['\"]|```)");

    private HiddenText() {}

    /** The same text with asterisks for each secret, so that places stay. */
    public static String mask(String text) {
        StringBuilder masked = new StringBuilder(text);
        Matcher hidden = HIDDEN.matcher(text);
        int from = 0;
        while (hidden.find(from)) {
            int end = new StringLiterals(text, hidden.start()).end();
            from = end < 0 ? text.length() : end;
            for (int i = hidden.start() + 2; i < from - 1; i++) {
                masked.setCharAt(i, '*');
            }
        }
        return masked.toString();
    }
}
