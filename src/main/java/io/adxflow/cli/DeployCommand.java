package io.adxflow.cli;

import io.adxflow.base.json.IndentedJson;
import io.adxflow.databricks.deploy.BlockYaml;
import io.adxflow.databricks.deploy.Bundle;
import io.adxflow.databricks.deploy.DeployedJob;
import io.adxflow.databricks.deploy.JobBody;
import io.adxflow.databricks.deploy.RunToken;
import io.adxflow.databricks.deploy.SchemaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings jobs to a Databricks workspace, or shows what would be asked for. */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = "Bring jobs to a Databricks workspace, or print what it would be asked for.",
        footer = {
            "",
            "Examples:",
            "  adxflow deploy jobs/storm-seasons.yaml --env prod --print job",
            "  adxflow deploy jobs/*.yaml --env prod --print bundle > databricks.yml"
        })
final class DeployCommand extends BaseCommand {
    /** What can be printed. */
    enum Printed {
        bundle,
        job,
        submit
    }

    private final Wiring wiring;

    @Parameters(arity = "1..*", paramLabel = "JOB", description = "Job files.")
    private List<String> locations = new ArrayList<>();

    @Mixin
    private JobOptions options;

    @Option(
            names = "--print",
            required = true,
            paramLabel = "WHAT",
            description = "Print, offline: ${COMPLETION-CANDIDATES} (a databricks.yml, or a body of jobs/create or"
                    + " runs/submit).")
    private Printed printed;

    DeployCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        terminal().out().print(text(new Deployables(wiring, options).load(locations)));
        return ExitCode.OK;
    }

    private String text(List<DeployedJob> jobs) {
        return switch (printed) {
            case bundle -> BlockYaml.of(SchemaCheck.checked("bundle", Bundle.of(jobs)));
            case job -> lines(jobs, job -> IndentedJson.of(SchemaCheck.checked("job", JobBody.create(job))));
            case submit -> lines(
                    jobs,
                    job -> IndentedJson.of(SchemaCheck.checked(
                            "submit",
                            JobBody.submit(job, RunToken.of(job, wiring.clock().instant())))));
        };
    }

    private static String lines(List<DeployedJob> jobs, Function<DeployedJob, String> line) {
        return jobs.stream().map(line).collect(Collectors.joining());
    }
}
