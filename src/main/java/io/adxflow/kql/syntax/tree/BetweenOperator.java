package io.adxflow.kql.syntax.tree;

/** Operators with a range on the right. */
public enum BetweenOperator {
    BETWEEN("between"),
    NOT_BETWEEN("!between");

    private final String symbol;

    BetweenOperator(String symbol) {
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
