package io.adxflow.kql.syntax.tree;

/** Operators with a list of choices in parentheses on the right. */
public enum InOperator {
    IN("in"),
    NOT_IN("!in"),
    IN_FOLDED("in~"),
    NOT_IN_FOLDED("!in~"),
    HAS_ANY("has_any"),
    HAS_ALL("has_all");

    private final String symbol;

    InOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
