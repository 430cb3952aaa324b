package io.adxflow.emulator.command;

import io.adxflow.base.diagnostic.SourceText;

/** A query inside a command: a range of the command's text. */
record QueryText(SourceText source, int start, int end) {
    String text() {
        return source.text().substring(start, end);
    }

    /** The query alone, at its place: whatever stands before is blank. */
    String inPlace() {
        return source.text().substring(0, start).replaceAll("[^\\n]", " ") + text();
    }

    boolean isCommand() {
        return reader().isAtSymbol(".");
    }

    CommandReader reader() {
        return new CommandReader(source.text().substring(0, end), start);
    }
}
