package io.adxflow.cli;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.run.access.Grant;
import io.adxflow.run.access.JobGrants;
import io.adxflow.run.access.Principal;
import io.adxflow.run.access.Roles;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which roles a job needs in ADX, and gives them. */
@Command(
        name = "grant",
        mixinStandardHelpOptions = true,
        description = {
            "Print the commands that give a job the least roles that it needs, for an administrator to run.",
            "With --apply they are carried out, as the person who signed in with adxflow login, or as the sign-in of the"
                    + " environment that --as names."
        },
        footer = {
            "",
            "Examples:",
            "  adxflow grant jobs/storm-seasons.yaml --env prod",
            "  adxflow grant jobs/storm-seasons.yaml --env prod --apply",
            "  adxflow grant jobs/storm-seasons.yaml --principal 'aadapp=<application id>;<tenant id>'"
        })
final class GrantCommand extends BaseCommand {
    private final Wiring wiring;

    @Parameters(paramLabel = "JOB", description = "The YAML file of the job.")
    private String job;

    @Mixin
    private JobOptions options;

    @Option(
            names = "--principal",
            paramLabel = "PRINCIPAL",
            description = "Whom to give the roles. Default: the sign-in of the environment.")
    private String principal;

    @Option(names = "--apply", description = "Carry the commands out, and show the roles before and after.")
    private boolean apply;

    @Option(
            names = "--as",
            paramLabel = "ENVIRONMENT",
            description = "Carry them out with the sign-in of this environment, that of an administrator.")
    private String administrator;

    GrantCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Environment environment = wiring.environments().load(options.environment(), job);
        Job loaded = wiring.jobs().load(job, environment, options.settings());
        List<Grant> grants = JobGrants.of(loaded, environment.adx().database());
        Principal whom = whom(environment);
        if (grants.isEmpty()) {
            terminal().out().println("the job needs no roles: it does not use ADX");
        } else if (apply) {
            apply(grants, whom, environment);
        } else {
            print(grants, whom, loaded);
        }
        return ExitCode.OK;
    }

    private void print(List<Grant> grants, Principal whom, Job loaded) {
        terminal().out().println("// what the job " + loaded.name().value() + " needs, for an administrator to run");
        grants.forEach(grant -> {
            if (grant.table().isPresent()) {
                terminal().out().println("// unless the job is to create the table, and to be its admin so:");
            }
            terminal().out().println(grant.command(whom.text()));
        });
    }

    private void apply(List<Grant> grants, Principal whom, Environment environment) {
        try (AdxClient client = AdxClient.connect(new Administrator(wiring).clusterOf(environment, administrator))) {
            Roles roles = new Roles(client);
            List<Grant> possible = roles.possible(grants);
            possible.forEach(grant -> show("before", grant, roles, whom));
            possible.stream().filter(grant -> !roles.has(grant, whom)).forEach(grant -> {
                terminal().say(grant.command(whom.text()));
                roles.give(grant, whom);
            });
            possible.forEach(grant -> show("after", grant, roles, whom));
        }
    }

    private void show(String when, Grant grant, Roles roles, Principal whom) {
        List<String> held = roles.held(grant, whom);
        String names = held.isEmpty() ? "no role" : String.join(", ", held);
        terminal().out().printf("%-6s  %s: %s%n", when, grant.scope(), names);
    }

    private Principal whom(Environment environment) {
        if (principal == null) {
            return Principal.of(wiring.clusters(environment).of(environment).auth());
        }
        if (!Principal.isOne(principal)) {
            throw CliProblem.NOT_A_PRINCIPAL
                    .with(principal)
                    .withHint("expected 'aadapp=<application id>;<tenant id>', aaduser=… or aadgroup=…")
                    .toException();
        }
        return new Principal(principal);
    }
}
