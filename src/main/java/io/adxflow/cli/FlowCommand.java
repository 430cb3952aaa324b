package io.adxflow.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command line as a whole, and the only class that knows all commands. Hides the library that parses it. */
@Command(
        name = "adxflow",
        mixinStandardHelpOptions = true,
        versionProvider = FlowCommand.VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs declarative Spark pipelines between Azure Data Explorer and Databricks.",
        footer = {
            "",
            "Examples:",
            "  adxflow run jobs/storm-seasons.yaml",
            "  adxflow check jobs/*.yaml",
            "  adxflow kql 'AtlanticStorms | count'"
        })
public final class FlowCommand {
    private FlowCommand() {}

    /** Runs one command of this process and returns its exit code. */
    public static int run(String... arguments) {
        Wiring wiring = Wiring.ofProcess();
        try (Terminal terminal = Terminal.ofProcess(wiring.environment())) {
            return run(wiring, terminal, arguments);
        }
    }

    /** Runs one command inside a host that must not be ended; throws {@link FailedRunException} when it fails. */
    public static void runHosted(String... arguments) {
        Wiring wiring = Wiring.ofProcess();
        StringWriter said = new StringWriter();
        int code;
        String failure;
        try (Terminal terminal = Terminal.hosted(said)) {
            code = run(wiring, terminal, arguments);
            failure = terminal.failures();
        }
        if (code != ExitCode.OK.number()) {
            throw new FailedRunException(code, failure, said.toString());
        }
    }

    static int run(Wiring wiring, Terminal terminal, String... arguments) {
        CommandLine commands = commands(wiring, terminal);
        tellVersion(commands);
        return commands.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.hasColour() ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler((failure, line, parsed) -> defect(terminal, failure))
                .execute(arguments);
    }

    /** Every command has {@code --version}, and all of them have one version. */
    private static void tellVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new VersionText());
        command.getSubcommands().values().forEach(FlowCommand::tellVersion);
    }

    private static CommandLine commands(Wiring wiring, Terminal terminal) {
        return new CommandLine(new FlowCommand())
                .addSubcommand(new RunCommand(wiring, terminal))
                .addSubcommand(new PlanCommand(wiring, terminal))
                .addSubcommand(new CheckCommand(wiring, terminal))
                .addSubcommand(new KqlCommand(wiring, terminal))
                .addSubcommand(new TenantCommand(wiring, terminal))
                .addSubcommand(new GrantCommand(wiring, terminal))
                .addSubcommand(new DoctorCommand(wiring, terminal))
                .addSubcommand(new LoginCommand(wiring, terminal))
                .addSubcommand(new LogoutCommand(wiring, terminal))
                .addSubcommand(new DeployCommand(wiring, terminal))
                .addSubcommand(new UndeployCommand(wiring, terminal))
                .addSubcommand(new SubmitCommand(wiring, terminal))
                .addSubcommand(new RunsCommand(wiring, terminal))
                .addSubcommand(new CancelCommand(wiring, terminal))
                .addSubcommand(new SecretsCommand(wiring, terminal))
                .addSubcommand(EmulatorCommand.line(wiring, terminal))
                .addSubcommand(new CompletionCommand(terminal))
                .addSubcommand(new VersionCommand(terminal));
    }

    private static int defect(Terminal terminal, Exception failure) {
        PrintWriter err = terminal.err();
        err.println(terminal.alarm("internal error: ") + failure);
        failure.printStackTrace(err);
        err.println("This is a defect in adxflow " + Version.text() + ". Please report it with the lines above.");
        return ExitCode.INTERNAL_ERROR.number();
    }

    /** What {@code --version} prints. */
    static final class VersionText implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"adxflow " + Version.text()};
        }
    }
}
