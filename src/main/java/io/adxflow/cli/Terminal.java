package io.adxflow.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Owns both standard streams: results go to {@link #out}, everything said on the way goes to {@link #err}. Colours and
 * moving lines appear only where a person watches, and never when {@code NO_COLOR} is set.
 */
public final class Terminal implements AutoCloseable {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean colour;
    private final boolean interactive;
    private final StringBuilder failures = new StringBuilder();

    private Terminal(PrintWriter out, PrintWriter err, boolean colour, boolean interactive) {
        this.out = out;
        this.err = err;
        this.colour = colour;
        this.interactive = interactive;
    }

    /** The terminal of this process. */
    static Terminal ofProcess(Map<String, String> environment) {
        boolean watched = System.console() != null && !"dumb".equals(environment.get("TERM"));
        boolean plain = environment.containsKey("NO_COLOR");
        return new Terminal(utf8(System.out), utf8(System.err), watched && !plain, watched);
    }

    /** A terminal that writes to the given writers, without colours: for tests and for hosts that keep the text. */
    public static Terminal plain(Writer out, Writer err) {
        return new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
    }

    /** The terminal of a process that belongs to another program: what is said on the way is kept as well. */
    static Terminal hosted(StringWriter kept) {
        Writer both = new TeeWriter(utf8(System.err), kept);
        return new Terminal(utf8(System.out), new PrintWriter(both), false, false);
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    public boolean hasColour() {
        return colour;
    }

    /** Whether a line may be drawn again over itself. */
    public boolean isInteractive() {
        return interactive;
    }

    /** Says something on the way, at once. */
    void say(String line) {
        err.println(line);
        err.flush();
    }

    /** Says why something did not work, as the last word. Diagnostics begin with their place and need no other word. */
    void fail(String message) {
        out.flush();
        String text = message.matches("(?s)(\\S+:\\d+:\\d+: )?(error|warning) [A-Z]+\\d+: .*")
                ? message
                : alarm("error: ") + message;
        failures.append(text).append('\n');
        say(text);
    }

    /** Everything that did not work so far. */
    String failures() {
        return failures.toString().strip();
    }

    /** The text in red, where colours are shown. */
    String alarm(String text) {
        return paint("31", text);
    }

    /** The text in bold, where colours are shown. */
    String strong(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    @Override
    public void close() {
        out.flush();
        err.flush();
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }
}
