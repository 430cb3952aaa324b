package io.adxflow.kql.function;

import static io.adxflow.kql.function.KqlFunction.scalar;

import java.util.List;

/** {@code and}, {@code or} and {@code not()}: three-valued as in SQL. */
final class LogicOperators {
    static final List<KqlFunction> ALL = List.of(
            scalar("and(left: bool, right: bool): bool", "({0} AND {1})", "Whether both are true"),
            scalar("or(left: bool, right: bool): bool", "({0} OR {1})", "Whether one of both is true"));

    private LogicOperators() {}
}
