package io.adxflow.emulator.command;

/** A control command that has been read. One record each; the comment of a record is its grammar. */
interface Command {
    CommandResult run(CommandContext context);
}
