package io.adxflow.cli;

import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Forgets the person who signed in. */
@Command(
        name = "logout",
        mixinStandardHelpOptions = true,
        description = "Forget the person who signed in with adxflow login.",
        footer = {"", "Examples:", "  adxflow logout", "  adxflow logout --cloud us-government"})
final class LogoutCommand extends BaseCommand {
    private final Wiring wiring;

    @Mixin
    private PersonOptions person;

    LogoutCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Set<String> names = person.login(wiring).logout();
        terminal().out().println(names.isEmpty() ? "nobody was signed in" : "signed out " + String.join(", ", names));
        return ExitCode.OK;
    }
}
