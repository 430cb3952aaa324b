package io.adxflow.kql.plan;

/** Two expressions of one type, over the left and over the right rows, that must be equal. */
public record JoinKey(Scalar left, Scalar right) {
    public JoinKey {
        TypeCheck.is(left.type(), right);
    }
}
