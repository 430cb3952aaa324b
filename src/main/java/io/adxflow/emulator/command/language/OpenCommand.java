package io.adxflow.emulator.command.language;

/** A command that anybody may send who has signed in; it shows nothing of others. */
public interface OpenCommand extends ShowCommand {
    @Override
    default void authorize(CommandContext context) {}
}
