package io.adxflow.kql.bind.scalar;

import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.Optional;

/** Calls that are more than a function of one row: aggregates in {@code summarize}, window functions elsewhere. */
@FunctionalInterface
public interface ExtraCalls {
    ExtraCalls NONE = (call, binder) -> Optional.empty();

    /** The field that will hold the value of the call; empty when it is not such a call. */
    Optional<Scalar> bind(Expression.Call call, ScalarBinder binder);
}
