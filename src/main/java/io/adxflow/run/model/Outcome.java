package io.adxflow.run.model;

/** What became of the rows of a sink. A sink is committed whole or not at all. */
public enum Outcome {
    /** The rows are visible. */
    COMMITTED("committed"),
    /** The sink holds what it held before. */
    NOT_COMMITTED("not committed"),
    /** Decided, staged and safe, but not visible yet. */
    PENDING("pending"),
    /** Neither can be proved. */
    UNKNOWN("unknown");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /** The word that people read. */
    public String text() {
        return text;
    }
}
