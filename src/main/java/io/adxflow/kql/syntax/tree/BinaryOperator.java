package io.adxflow.kql.syntax.tree;

/** Operators between two operands, weakest group first. {@code FOLDED} ones ignore case. */
public enum BinaryOperator {
    OR("or", Group.LOGIC),
    AND("and", Group.LOGIC),

    EQUAL("==", Group.EQUALITY),
    NOT_EQUAL("!=", Group.EQUALITY),

    LESS("<", Group.RELATION),
    LESS_OR_EQUAL("<=", Group.RELATION),
    GREATER(">", Group.RELATION),
    GREATER_OR_EQUAL(">=", Group.RELATION),

    ADD("+", Group.SUM),
    SUBTRACT("-", Group.SUM),

    MULTIPLY("*", Group.PRODUCT),
    DIVIDE("/", Group.PRODUCT),
    MODULO("%", Group.PRODUCT),

    EQUAL_FOLDED("=~", Group.TEXT),
    NOT_EQUAL_FOLDED("!~", Group.TEXT),
    HAS("has", Group.TEXT),
    NOT_HAS("!has", Group.TEXT),
    HAS_CS("has_cs", Group.TEXT),
    NOT_HAS_CS("!has_cs", Group.TEXT),
    HASPREFIX("hasprefix", Group.TEXT),
    NOT_HASPREFIX("!hasprefix", Group.TEXT),
    HASPREFIX_CS("hasprefix_cs", Group.TEXT),
    NOT_HASPREFIX_CS("!hasprefix_cs", Group.TEXT),
    HASSUFFIX("hassuffix", Group.TEXT),
    NOT_HASSUFFIX("!hassuffix", Group.TEXT),
    HASSUFFIX_CS("hassuffix_cs", Group.TEXT),
    NOT_HASSUFFIX_CS("!hassuffix_cs", Group.TEXT),
    CONTAINS("contains", Group.TEXT),
    NOT_CONTAINS("!contains", Group.TEXT),
    CONTAINS_CS("contains_cs", Group.TEXT),
    NOT_CONTAINS_CS("!contains_cs", Group.TEXT),
    STARTSWITH("startswith", Group.TEXT),
    NOT_STARTSWITH("!startswith", Group.TEXT),
    STARTSWITH_CS("startswith_cs", Group.TEXT),
    NOT_STARTSWITH_CS("!startswith_cs", Group.TEXT),
    ENDSWITH("endswith", Group.TEXT),
    NOT_ENDSWITH("!endswith", Group.TEXT),
    ENDSWITH_CS("endswith_cs", Group.TEXT),
    NOT_ENDSWITH_CS("!endswith_cs", Group.TEXT),
    MATCHES_REGEX("matches regex", Group.TEXT),
    /** {@code column : "term"} of search: like {@code has}. */
    TERM(":", Group.TEXT);

    private final String symbol;
    private final Group group;

    BinaryOperator(String symbol, Group group) {
        this.symbol = symbol;
        this.group = group;
    }

    /** Operators of a group bind equally. */
    public enum Group {
        LOGIC,
        EQUALITY,
        RELATION,
        SUM,
        PRODUCT,
        TEXT
    }

    public Group group() {
        return group;
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
