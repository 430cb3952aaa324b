package io.adxflow.emulator.command.language;

/** A control command that has been read. One record each; the comment of a record is its grammar. */
public interface Command {
    CommandResult run(CommandContext context);
}
