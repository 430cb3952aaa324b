package io.adxflow.databricks.deploy;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Problem;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.Environment;

/** What can be wrong with a job that is to run on Databricks: DBX1xx what it asks for, DBX2xx what the workspace has. */
public enum DeployProblem implements Problem {
    NO_WORKSPACE("DBX101", "the environment '%s' names no Databricks workspace"),
    EMULATOR("DBX102", "the environment '%s' has an emulator, which no cluster of Databricks reaches"),
    OUTSIDE("DBX103", "the source '%s' reads '%s', which is not below the folder of the job"),
    NO_DATA("DBX104", "the source '%s' reads '%s', and no file is there"),
    TOO_MUCH_DATA("DBX105", "the source '%s' reads '%s': %s, more than a deployment carries"),
    OTHER_OWNER("DBX201", "the job '%s' belongs to '%s', and '%s' may not change it"),
    NO_VOLUME("DBX202", "there is no volume '%s', or it is not for '%s'"),
    TWO_JOBS("DBX203", "the workspace has %s jobs with the name '%s'"),
    NO_JAR("DBX204", "there is no job jar '%s'"),
    NO_POLICY("DBX205", "there is no cluster policy '%s', or it is not for whoever asks"),
    NO_SCOPE("DBX206", "there is no secret scope '%s', or it is not for whoever asks"),
    NO_SECRET("DBX207", "the secret scope '%s' has no secret '%s'"),
    STILL_RUNNING("DBX208", "the job '%s' is running: run %s"),
    NOT_SIGNED_IN("DBX210", "nobody is signed in to %s"),
    NO_PROFILE("DBX211", "Databricks' profile cannot be used: %s"),
    TWO_SIGN_INS("DBX212", "there are several ways to sign in to Databricks: %s"),
    VAULT_SCOPE("DBX220", "the secrets of the scope '%s' are in the key vault %s, where Databricks only reads"),
    BAD_SECRET_NAME("DBX221", "'%s' cannot be the name of a scope or a secret"),
    SECRET_TOO_LARGE("DBX222", "a secret of %s bytes is larger than %s bytes");

    private final String code;
    private final String template;

    DeployProblem(String code, String template) {
        this.code = code;
        this.template = template;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String template() {
        return template;
    }

    /** An environment that jobs cannot be deployed to, with the way out. */
    public static Diagnostic noWorkspace(Environment environment) {
        return NO_WORKSPACE
                .with(environment.name())
                .withHint("add 'databricks:' with 'host' and 'volume' to "
                        + environment.text().name());
    }

    public Diagnostic with(Object... arguments) {
        return at(Span.at(0), arguments);
    }
}
