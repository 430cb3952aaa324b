package io.adxflow.emulator.command.language;

import java.util.function.Function;

/**
 * The words that a command begins with, and how the rest is read.
 *
 * @param words in lower case, one blank between them
 */
public record CommandForm(String words, Function<CommandReader, Command> rest) {}
