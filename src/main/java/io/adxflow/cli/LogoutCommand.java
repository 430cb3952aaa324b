package io.adxflow.cli;

import io.adxflow.run.connect.SignInPlaces;
import io.adxflow.secret.entra.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets the person who signed in. */
@Command(
        name = "logout",
        mixinStandardHelpOptions = true,
        description = "Forget the person who signed in with adxflow login.",
        footer = {
            "",
            "Examples:",
            "  adxflow logout",
            "  adxflow logout --cloud us-government",
            "  adxflow logout --all"
        })
final class LogoutCommand extends BaseCommand {
    private final Wiring wiring;

    @Mixin
    private PersonOptions person;

    @Option(names = "--all", description = "Forget the sign-ins to all clouds, also those that cannot be read.")
    private boolean all;

    LogoutCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        List<String> names = all ? forgetAll() : List.copyOf(forgetOne());
        terminal().out().println(names.isEmpty() ? "nobody was signed in" : "signed out " + String.join(", ", names));
        return ExitCode.OK;
    }

    private Set<String> forgetOne() {
        return person.login(wiring).logout();
    }

    private List<String> forgetAll() {
        SignInPlaces places = wiring.signInPlaces();
        List<String> names = new ArrayList<>();
        for (Cloud cloud : places.cloudsWithSignIn()) {
            try {
                Files.delete(places.signIn(cloud));
                names.add("of the cloud " + cloud.word());
            } catch (IOException failure) {
                throw CliProblem.UNWRITABLE_FILE
                        .with(places.signIn(cloud), failure.getMessage())
                        .toException();
            }
        }
        return names;
    }
}
