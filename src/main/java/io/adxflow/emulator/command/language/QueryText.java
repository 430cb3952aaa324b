package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.SourceText;

/**
 * A query inside a command: a range of the command's text.
 *
 * @param command the whole text
 * @param source the whole text for diagnostics, without its secrets
 */
public record QueryText(String command, SourceText source, int start, int end) {
    public String text() {
        return command.substring(start, end);
    }

    /** The query alone, at its place: whatever stands before is blank. */
    String inPlace() {
        return command.substring(0, start).replaceAll("[^\\n]", " ") + text();
    }

    boolean isCommand() {
        return reader().isAtSymbol(".");
    }

    public CommandReader reader() {
        return new CommandReader(command.substring(0, end), start);
    }
}
