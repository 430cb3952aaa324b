package io.adxflow.kql.syntax.tree;

/** The signs. */
public enum UnaryOperator {
    PLUS("+"),
    MINUS("-");

    private final String symbol;

    UnaryOperator(String symbol) {
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
