package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.List;

/** {@code step name [optional] [output=…]: condition [=> column = expression, …]}. */
public record ScanStep(
        Span span,
        Expression.Name name,
        boolean isOptional,
        Output output,
        Expression condition,
        List<NamedExpression> assignments) {
    public ScanStep {
        assignments = List.copyOf(assignments);
    }

    /** Which of the rows that match a step are in the result. */
    public enum Output {
        ALL,
        LAST,
        NONE
    }
}
