package io.adxflow.run.model;

/** The stages of a run, in their order. */
public enum RunPhase {
    PLAN("plan"),
    START_SPARK("start spark"),
    READ("read"),
    TRANSFORM("transform + check"),
    STAGE("stage"),
    VERIFY("verify"),
    COMMIT("commit"),
    CLEAN("clean up");

    private final String text;

    RunPhase(String text) {
        this.text = text;
    }

    /** The words that people read. */
    public String text() {
        return text;
    }
}
