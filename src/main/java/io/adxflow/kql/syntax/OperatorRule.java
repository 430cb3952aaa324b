package io.adxflow.kql.syntax;

/** Reads one tabular operator, whose keyword has been read. */
@FunctionalInterface
interface OperatorRule {
    Operator read(Token keyword);
}
