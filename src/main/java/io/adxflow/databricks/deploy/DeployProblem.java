package io.adxflow.databricks.deploy;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Problem;
import io.adxflow.base.diagnostic.Span;

/** What can be wrong with a job that is to run on Databricks: DBX1xx what it asks for, DBX2xx what the workspace has. */
public enum DeployProblem implements Problem {
    NO_WORKSPACE("DBX101", "the environment '%s' names no Databricks workspace"),
    EMULATOR("DBX102", "the environment '%s' has an emulator, which no cluster of Databricks reaches"),
    OUTSIDE("DBX103", "the source '%s' reads '%s', which is not below the folder of the job"),
    NOT_A_FILE("DBX104", "the source '%s' reads '%s', which is no single file"),
    OTHER_OWNER("DBX201", "the job '%s' belongs to '%s', and '%s' may not change it"),
    NO_VOLUME("DBX202", "there is no volume '%s', or it is not for '%s'"),
    TWO_JOBS("DBX203", "the workspace has %s jobs with the name '%s'"),
    NO_JAR("DBX204", "there is no job jar '%s'"),
    NO_POLICY("DBX205", "there is no cluster policy '%s', or it is not for whoever asks"),
    NO_SCOPE("DBX206", "there is no secret scope '%s', or it is not for whoever asks"),
    NO_SECRET("DBX207", "the secret scope '%s' has no secret '%s'");

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

    public Diagnostic with(Object... arguments) {
        return at(Span.at(0), arguments);
    }
}
