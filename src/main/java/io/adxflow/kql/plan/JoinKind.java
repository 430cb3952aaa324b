package io.adxflow.kql.plan;

/** Which rows a join gives. */
public enum JoinKind {
    /** One left row for each key, then as {@link #INNER}. */
    INNERUNIQUE,
    INNER,
    LEFTOUTER,
    RIGHTOUTER,
    FULLOUTER,
    LEFTSEMI,
    RIGHTSEMI,
    LEFTANTI,
    RIGHTANTI;

    /** Whether only columns of the left side come out. */
    public boolean isLeftOnly() {
        return this == LEFTSEMI || this == LEFTANTI;
    }

    public boolean isRightOnly() {
        return this == RIGHTSEMI || this == RIGHTANTI;
    }

    /** Whether left rows can come out without a partner. */
    public boolean padsRight() {
        return this == LEFTOUTER || this == FULLOUTER;
    }

    public boolean padsLeft() {
        return this == RIGHTOUTER || this == FULLOUTER;
    }
}
