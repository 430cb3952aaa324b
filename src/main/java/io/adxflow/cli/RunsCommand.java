package io.adxflow.cli;

import io.adxflow.base.json.Json;
import io.adxflow.databricks.workspace.Run;
import io.adxflow.databricks.workspace.RunFilter;
import io.adxflow.databricks.workspace.Runs;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs of a workspace. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Show the latest runs of a Databricks workspace, scheduled and submitted ones.",
        footer = {
            "",
            "Examples:",
            "  adxflow runs --env prod",
            "  adxflow runs --env prod --job storm-seasons --active",
            "  adxflow runs --env prod --most 5 --json"
        })
final class RunsCommand extends BaseCommand {
    private final Wiring wiring;

    @Mixin
    private WorkspaceOptions workspace;

    @Option(names = "--job", paramLabel = "NAME", defaultValue = "", description = "Only those of a job.")
    private String job;

    @Option(names = "--active", description = "Only those that are not over.")
    private boolean active;

    @Option(
            names = "--most",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int most;

    @Option(names = "--json", description = "Print one JSON object with the list 'runs'.")
    private boolean json;

    RunsCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        List<Run> runs = new Runs(workspace.connect(wiring), Duration.ZERO).latest(new RunFilter(job, active), most);
        if (json) {
            terminal()
                    .out()
                    .println(Json.write(Map.of(
                            "runs", runs.stream().map(RunsCommand::fields).toList())));
        } else {
            runs.forEach(run -> terminal().out().println(line(run)));
        }
        return ExitCode.OK;
    }

    private static String line(Run run) {
        return run.id() + "  " + run.started() + "  " + run.name() + "  " + run.summary();
    }

    private static Map<String, Object> fields(Run run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", run.id());
        fields.put("name", run.name());
        fields.put("started", run.started().toString());
        fields.put("state", run.state());
        fields.put("outcome", run.outcome());
        fields.put("message", run.message());
        fields.put("url", run.url());
        return fields;
    }
}
