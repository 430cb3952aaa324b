package io.adxflow.cli;

import io.adxflow.databricks.workspace.Readiness;
import io.adxflow.job.model.DatabricksTarget;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.run.doctor.Findings;
import io.adxflow.run.doctor.Network;
import io.adxflow.run.doctor.SecretNames;
import io.adxflow.secret.SecretReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the workspace of an environment must have, so that jobs can be deployed there and find their secrets. */
record WorkspaceChecks(Wiring wiring, Environment environment, DatabricksTarget target, Optional<Job> job, JobJar jar)
        implements Consumer<Findings> {
    @Override
    public void accept(Findings findings) {
        findings.look("databricks jar", () -> jar.name() + ", " + jar.bytes().length / 1024 + " KiB");
        AtomicReference<Readiness> workspace = new AtomicReference<>();
        boolean answers = findings.look("databricks network", () -> Network.reach(target.host()))
                && findings.look("databricks sign-in", () -> {
                    workspace.set(new Readiness(wiring.workspace(target), environment.name()));
                    return workspace.get().signIn();
                });
        if (answers) {
            look(findings, workspace.get());
        } else {
            findings.skipped("databricks", "without a sign-in the workspace cannot be asked");
        }
    }

    private void look(Findings findings, Readiness workspace) {
        target.policy().ifPresent(id -> findings.look("databricks policy", () -> workspace.policy(id)));
        if (findings.look("databricks volume", () -> workspace.volume(target.volume()))) {
            findings.look("databricks library", () -> workspace.jar(target.volume() + "/lib/" + jar.name()));
        }
        secrets()
                .forEach(name -> findings.look(
                        "databricks secret " + name.scope() + "/" + name.key(), () -> workspace.secret(name)));
    }

    private Stream<SecretReference> secrets() {
        return Stream.concat(
                        SecretNames.of(environment.adx().auth()).stream(),
                        job.stream().flatMap(found -> SecretNames.of(found).stream()))
                .distinct();
    }
}
