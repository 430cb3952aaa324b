package io.adxflow.emulator.endpoint;

import java.util.regex.Pattern;

/** Tells commands from queries. */
final class CommandText {
    /** Bytes of a request with a query or a command in it; inline data comes this way too. */
    static final int LONGEST = 64 << 20;

    private static final Pattern BEGIN = Pattern.compile("^(?:\\s++|//[^\\n]*+(?:\\n|$))*+\\.");
    private static final Pattern SHOW = Pattern.compile(BEGIN.pattern() + "(?i)(?:show|get)\\b");

    private CommandText() {}

    /** A text is a command exactly when it begins with a dot; blanks and comments before it do not count. */
    static boolean isCommand(String text) {
        return BEGIN.matcher(text).lookingAt();
    }

    /** Whether a command changes nothing. */
    static boolean isReading(String text) {
        return SHOW.matcher(text).lookingAt();
    }
}
