package io.adxflow.kql.syntax;

import io.adxflow.kql.syntax.tree.Operator;

/** Reads one tabular operator, whose keyword has been read. */
@FunctionalInterface
interface OperatorRule {
    Operator read(Token keyword);
}
