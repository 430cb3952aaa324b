package io.adxflow.databricks.workspace;

import static io.adxflow.databricks.deploy.DeployProblem.NO_POLICY;
import static io.adxflow.databricks.deploy.DeployProblem.NO_SCOPE;
import static io.adxflow.databricks.deploy.DeployProblem.NO_SECRET;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.secret.SecretReference;
import java.util.UUID;

/** Whether a workspace has what jobs of an environment need. Every question says what it found, or throws. */
public final class Readiness {
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    private final Workspace workspace;
    private final String environment;

    /** @param environment its name, for the commands that repair something */
    public Readiness(Workspace workspace, String environment) {
        this.workspace = workspace;
        this.environment = environment;
    }

    /** Who we are there. */
    public String signIn() {
        return "as " + Caller.of(workspace).name();
    }

    /** A policy of job clusters. */
    public String policy(String id) {
        try {
            String name = Workspace.text(
                    workspace.get("/api/2.0/policies/clusters/get?policy_id=" + Workspace.encoded(id)), "name");
            return id + " is '" + name + "'";
        } catch (RemoteException refused) {
            if (refused.status() != NOT_FOUND && refused.status() != BAD_REQUEST) {
                throw refused;
            }
            throw NO_POLICY
                    .with(id)
                    .withHint("take the id from the page of the policy, or have CAN_USE granted")
                    .toException();
        }
    }

    /** The folder that deployments go to: it is written to, and what was written is deleted again. */
    public String volume(String volume) {
        Release.requireVolume(workspace, volume, Caller.of(workspace));
        String probe = volume + "/.adxflow-probe-" + UUID.randomUUID();
        workspace.createFolder(volume);
        workspace.upload(probe, new byte[0]);
        workspace.deleteFile(probe);
        return volume + " takes files";
    }

    /** The jar that is already there, or will be. */
    public String jar(String path) {
        return workspace.hasFile(path) ? path + " is there" : path + " comes with the next adxflow deploy --apply";
    }

    /** A secret; only its name is asked for. */
    public String secret(SecretReference name) {
        SecretScopes scopes = new SecretScopes(workspace);
        if (scopes.scopes().stream().noneMatch(scope -> scope.name().equals(name.scope()))) {
            throw NO_SCOPE.with(name.scope())
                    .withHint("adxflow secrets create-scope " + name.scope() + " --env " + environment)
                    .toException();
        }
        if (!scopes.keys(name.scope()).contains(name.key())) {
            throw NO_SECRET
                    .with(name.scope(), name.key())
                    .withHint("adxflow secrets put " + name.scope() + " " + name.key() + " --env " + environment)
                    .toException();
        }
        return "is there";
    }
}
