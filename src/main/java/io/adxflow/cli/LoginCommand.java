package io.adxflow.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Signs a person in. */
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = {
            "Sign in as a person, with a code that is entered in any browser.",
            "Environments with 'auth: {mode: device-code}' then work as that person, until adxflow logout. The sign-in is"
                    + " kept in a file that only its owner can read."
        },
        footer = {
            "",
            "Examples:",
            "  adxflow login",
            "  adxflow login --env dev",
            "  adxflow login --tenant contoso.com"
        })
final class LoginCommand extends BaseCommand {
    private final Wiring wiring;

    @Mixin
    private PersonOptions person;

    LoginCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        String name = person.login(wiring).login(terminal()::say);
        terminal().out().println("signed in as " + name);
        return ExitCode.OK;
    }
}
