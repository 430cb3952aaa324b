package io.adxflow.kql.function;

import java.util.List;

/** Logic. */
final class LogicOperators {
    static final List<KqlFunction> ALL = List.of(
            KqlFunction.of("and(left: bool, right: bool): bool", "({0} AND {1})", "Whether both are true"),
            KqlFunction.of("or(left: bool, right: bool): bool", "({0} OR {1})", "Whether one of both is true"),
            KqlFunction.of("not(value: bool): bool", "(NOT {0})", "Whether the value is false"));

    private LogicOperators() {}
}
