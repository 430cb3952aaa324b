package io.adxflow.cli;

import picocli.CommandLine.Command;

/** Prints what is running. */
@Command(name = "version", mixinStandardHelpOptions = true, description = "Print the versions of adxflow and Java.")
final class VersionCommand extends BaseCommand {
    VersionCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ExitCode execute() {
        terminal().out().println("adxflow " + Version.text() + " (Java " + Runtime.version() + ")");
        return ExitCode.OK;
    }
}
