package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.syntax.tree.Operator;

/** Operators with several results, which only the end of a query can have. */
public final class LastOperator {
    private LastOperator() {}

    public static UserException misplaced(Operator operator, String name) {
        return UNSUPPORTED_OPTION
                .at(operator.span(), name + " anywhere but at the end of a query")
                .toException();
    }
}
