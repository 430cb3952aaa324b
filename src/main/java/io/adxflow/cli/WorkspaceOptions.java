package io.adxflow.cli;

import io.adxflow.databricks.deploy.DeployProblem;
import io.adxflow.databricks.workspace.Workspace;
import io.adxflow.job.model.Environment;
import picocli.CommandLine.Option;

/** Which workspace a command is about: that of an environment. */
final class WorkspaceOptions {
    @Option(
            names = {"-e", "--env"},
            required = true,
            paramLabel = "ENVIRONMENT",
            description = "A name, for conf/NAME.yaml, or a file; it has a section 'databricks:'.")
    private String environment;

    /** @throws io.adxflow.base.diagnostic.UserException when the environment names no workspace */
    Workspace connect(Wiring wiring) {
        Environment found = wiring.environments().load(environment, "");
        return wiring.workspace(found.databricks()
                .orElseThrow(() -> DeployProblem.noWorkspace(found).toException()));
    }
}
