package io.adxflow.kql.syntax;

/** Operators between two operands, weakest group first. {@code FOLDED} ones ignore case. */
public enum BinaryOperator {
    OR("or", Infix.LOGIC),
    AND("and", Infix.LOGIC),

    EQUAL("==", Infix.EQUALITY),
    NOT_EQUAL("!=", Infix.EQUALITY),

    LESS("<", Infix.RELATION),
    LESS_OR_EQUAL("<=", Infix.RELATION),
    GREATER(">", Infix.RELATION),
    GREATER_OR_EQUAL(">=", Infix.RELATION),

    ADD("+", Infix.SUM),
    SUBTRACT("-", Infix.SUM),

    MULTIPLY("*", Infix.PRODUCT),
    DIVIDE("/", Infix.PRODUCT),
    MODULO("%", Infix.PRODUCT),

    EQUAL_FOLDED("=~", Infix.TEXT),
    NOT_EQUAL_FOLDED("!~", Infix.TEXT),
    HAS("has", Infix.TEXT),
    NOT_HAS("!has", Infix.TEXT),
    HAS_CS("has_cs", Infix.TEXT),
    NOT_HAS_CS("!has_cs", Infix.TEXT),
    HASPREFIX("hasprefix", Infix.TEXT),
    NOT_HASPREFIX("!hasprefix", Infix.TEXT),
    HASPREFIX_CS("hasprefix_cs", Infix.TEXT),
    NOT_HASPREFIX_CS("!hasprefix_cs", Infix.TEXT),
    HASSUFFIX("hassuffix", Infix.TEXT),
    NOT_HASSUFFIX("!hassuffix", Infix.TEXT),
    HASSUFFIX_CS("hassuffix_cs", Infix.TEXT),
    NOT_HASSUFFIX_CS("!hassuffix_cs", Infix.TEXT),
    CONTAINS("contains", Infix.TEXT),
    NOT_CONTAINS("!contains", Infix.TEXT),
    CONTAINS_CS("contains_cs", Infix.TEXT),
    NOT_CONTAINS_CS("!contains_cs", Infix.TEXT),
    STARTSWITH("startswith", Infix.TEXT),
    NOT_STARTSWITH("!startswith", Infix.TEXT),
    STARTSWITH_CS("startswith_cs", Infix.TEXT),
    NOT_STARTSWITH_CS("!startswith_cs", Infix.TEXT),
    ENDSWITH("endswith", Infix.TEXT),
    NOT_ENDSWITH("!endswith", Infix.TEXT),
    ENDSWITH_CS("endswith_cs", Infix.TEXT),
    NOT_ENDSWITH_CS("!endswith_cs", Infix.TEXT),
    MATCHES_REGEX("matches regex", Infix.TEXT),
    /** {@code column : "term"} of search: like {@code has}. */
    TERM(":", Infix.TEXT);

    private final String symbol;
    private final int strength;

    BinaryOperator(String symbol, int strength) {
        this.symbol = symbol;
        this.strength = strength;
    }

    /** How strongly it binds: one of the constants of {@link Infix}. */
    int strength() {
        return strength;
    }

    /** As it is written in a query. */
    public String symbol() {
        return symbol;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
