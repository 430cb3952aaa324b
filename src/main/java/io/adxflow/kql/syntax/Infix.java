package io.adxflow.kql.syntax;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.adxflow.kql.syntax.tree.BetweenOperator;
import io.adxflow.kql.syntax.tree.BinaryOperator;
import io.adxflow.kql.syntax.tree.InOperator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How strongly the operators between two operands bind, and the words that they are written with. */
final class Infix {
    static final int LOGIC = 0;
    static final int EQUALITY = 1;
    static final int RELATION = 2;
    static final int SUM = 3;
    static final int PRODUCT = 4;
    static final int TEXT = 5;

    private static final Map<String, BinaryOperator> BINARY = binary();
    private static final Map<String, InOperator> IN =
            Arrays.stream(InOperator.values()).collect(toUnmodifiableMap(InOperator::symbol, identity()));
    private static final Map<String, BetweenOperator> BETWEEN =
            Arrays.stream(BetweenOperator.values()).collect(toUnmodifiableMap(BetweenOperator::symbol, identity()));

    private Infix() {}

    /** The strength of the operator that stands here; {@link #LOGIC} also for what is no operator. */
    static int strength(Tokens tokens) {
        boolean isList = in(tokens).isPresent() && !tokens.at("in", "range");
        if (isList || between(tokens).isPresent()) {
            return EQUALITY;
        }
        return binary(tokens).map(Infix::strength).orElse(LOGIC);
    }

    private static int strength(BinaryOperator operator) {
        return switch (operator.group()) {
            case LOGIC -> LOGIC;
            case EQUALITY -> EQUALITY;
            case RELATION -> RELATION;
            case SUM -> SUM;
            case PRODUCT -> PRODUCT;
            case TEXT -> TEXT;
        };
    }

    static Optional<BinaryOperator> binary(Tokens tokens) {
        boolean isRegex = tokens.at("matches", "regex");
        return Optional.ofNullable(isRegex ? BinaryOperator.MATCHES_REGEX : BINARY.get(text(tokens)));
    }

    static Optional<InOperator> in(Tokens tokens) {
        return Optional.ofNullable(IN.get(text(tokens)));
    }

    static Optional<BetweenOperator> between(Tokens tokens) {
        return Optional.ofNullable(BETWEEN.get(text(tokens)));
    }

    /** The word or sign here; empty for a constant and at the end. */
    private static String text(Tokens tokens) {
        Token token = tokens.peek();
        return token.isLiteral() ? "" : token.text();
    }

    /** The words that may follow an operand. */
    static List<String> words() {
        Stream<String> more = Stream.of("in", "between", "has_any", "has_all", "asc", "desc", "by", "on");
        return Stream.concat(more, BINARY.keySet().stream().filter(word -> Character.isLetter(word.charAt(0))))
                .toList();
    }

    /** Whether a word can stand between two operands. */
    static boolean isOperator(String word) {
        return BINARY.containsKey(word) || word.equals("in") || word.equals("between") || word.equals("matches");
    }

    private static Map<String, BinaryOperator> binary() {
        Map<String, BinaryOperator> operators = new HashMap<>();
        for (BinaryOperator operator : BinaryOperator.values()) {
            operators.put(operator.symbol(), operator);
        }
        operators.put("<>", BinaryOperator.NOT_EQUAL);
        operators.put("containscs", BinaryOperator.CONTAINS_CS);
        operators.put("notcontains", BinaryOperator.NOT_CONTAINS);
        operators.put("notcontainscs", BinaryOperator.NOT_CONTAINS_CS);
        return Map.copyOf(operators);
    }
}
