package io.adxflow.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete our commands. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print a completion script for bash and zsh.",
        footer = {"", "Example:", "  source <(adxflow completion)"})
final class CompletionCommand extends BaseCommand {
    @Spec
    private CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ExitCode execute() {
        CommandLine root = spec.root().commandLine();
        terminal().out().print(AutoComplete.bash(root.getCommandName(), root));
        return ExitCode.OK;
    }
}
