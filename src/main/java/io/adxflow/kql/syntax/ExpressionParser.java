package io.adxflow.kql.syntax;

import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.syntax.tree.BetweenOperator;
import io.adxflow.kql.syntax.tree.BinaryOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.InOperator;
import io.adxflow.kql.syntax.tree.NamedExpression;
import io.adxflow.kql.syntax.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Operators between operands, from the weakest ({@code or}) to the strongest (of text), and names given to expressions. */
final class ExpressionParser {
    /** How many operands a chain of one strength may have; {@code and} and {@code or} have no limit. */
    static final int MAX_CHAIN = 500;

    private final Grammar grammar;
    private final Tokens tokens;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Expression expression() {
        tokens.enter();
        try {
            return or();
        } finally {
            tokens.leave();
        }
    }

    /** A condition: an expression behind which {@code =} is the usual slip for {@code ==}. */
    Expression condition() {
        Expression condition = expression();
        if (tokens.at("=")) {
            throw new SyntaxError(KqlProblem.ASSIGNMENT_FOR_COMPARISON
                    .at(tokens.peek().span())
                    .withHint("write '" + comparison() + "'"));
        }
        return condition;
    }

    private String comparison() {
        Token next = tokens.peek(1);
        boolean isSwapped = tokens.peek().touches(next) && (next.is("<") || next.is(">"));
        return isSwapped ? next.text() + "=" : "==";
    }

    NamedExpression named() {
        return named(this::expression);
    }

    /** {@code [name =] value} or {@code (name, …) = value}. */
    NamedExpression named(Supplier<Expression> value) {
        Token first = tokens.peek();
        List<Expression.Name> names = names();
        Expression expression = value.get();
        return new NamedExpression(tokens.since(first), names, expression);
    }

    private List<Expression.Name> names() {
        if (tokens.atName() && tokens.peek(tokens.nameLength()).is("=")) {
            Expression.Name name = tokens.newName("a name");
            tokens.next();
            return List.of(name);
        }
        if (tokens.closesBefore(0, "=")) {
            Token opening = tokens.next();
            List<Expression.Name> names = tokens.list(() -> tokens.newName("a name"));
            tokens.close(opening, ")");
            tokens.next();
            return names;
        }
        return List.of();
    }

    private Expression or() {
        Expression first = and();
        if (!tokens.at("or")) {
            return first;
        }
        List<Expression> operands = new ArrayList<>(List.of(first));
        while (tokens.accept("or")) {
            operands.add(and());
        }
        return balanced(BinaryOperator.OR, operands);
    }

    private Expression and() {
        Expression first = climb(Infix.EQUALITY);
        if (!tokens.at("and")) {
            return first;
        }
        List<Expression> operands = new ArrayList<>(List.of(first));
        while (tokens.accept("and")) {
            operands.add(climb(Infix.EQUALITY));
        }
        return balanced(BinaryOperator.AND, operands);
    }

    private static Expression balanced(BinaryOperator operator, List<Expression> operands) {
        if (operands.size() == 1) {
            return operands.get(0);
        }
        int middle = (operands.size() + 1) / 2;
        Expression left = balanced(operator, operands.subList(0, middle));
        Expression right = balanced(operator, operands.subList(middle, operands.size()));
        return new Expression.Binary(left.span().to(right.span()), operator, left, right);
    }

    /** Operands with operators that are at least as strong as some; equalities and relations do not form chains. */
    private Expression climb(int weakest) {
        Token first = tokens.peek();
        Expression left = signed();
        int strongest = Infix.TEXT;
        for (int operands = 1; operands <= MAX_CHAIN; operands++) {
            int strength = Infix.strength(tokens);
            if (strength < weakest || strength > strongest) {
                return left;
            }
            left = infix(first, left, strength);
            strongest = strength <= Infix.RELATION ? strength - 1 : strength;
        }
        throw tokens.tooDeep(MAX_CHAIN);
    }

    private Expression infix(Token first, Expression left, int strength) {
        Optional<InOperator> in = Infix.in(tokens);
        if (in.isPresent()) {
            tokens.next();
            return in(first, left, in.get());
        }
        Optional<BetweenOperator> between = Infix.between(tokens);
        if (between.isPresent()) {
            tokens.next();
            return between(first, left, between.get());
        }
        BinaryOperator operator = Infix.binary(tokens).orElseThrow();
        tokens.next();
        if (operator == BinaryOperator.MATCHES_REGEX) {
            tokens.next();
        }
        Expression right = climb(strength + 1);
        return new Expression.Binary(tokens.since(first), operator, left, right);
    }

    private Expression in(Token first, Expression value, InOperator operator) {
        Token opening = tokens.expect("(", "a list stands between ( and )");
        List<Expression> choices = tokens.list(grammar.pipes()::tabular);
        tokens.close(opening, ")");
        return new Expression.In(tokens.since(first), operator, value, choices);
    }

    private Expression between(Token first, Expression value, BetweenOperator operator) {
        Token opening = tokens.expect("(", "between (low .. high)");
        Expression low = expression();
        tokens.expect("..", "between (low .. high)");
        Expression high = expression();
        tokens.close(opening, ")");
        return new Expression.Between(tokens.since(first), operator, value, low, high);
    }

    /** At most one sign before an operand. */
    private Expression signed() {
        Token sign = tokens.peek();
        if (!sign.is("-") && !sign.is("+")) {
            return grammar.primaries().primary();
        }
        refuseComment(sign);
        tokens.next();
        Expression operand = grammar.primaries().primary();
        UnaryOperator operator = sign.is("-") ? UnaryOperator.MINUS : UnaryOperator.PLUS;
        return new Expression.Unary(tokens.since(sign), operator, operand);
    }

    /** Two dashes that no operand follows at once are somebody's comment. */
    private void refuseComment(Token sign) {
        Token before = tokens.previous();
        if (sign.is("-") && before.is("-") && before.touches(sign) && !sign.touches(tokens.peek(1))) {
            throw new SyntaxError(KqlProblem.FOREIGN_COMMENT
                    .at(before.span().to(sign.span()), "--")
                    .withHint("a comment goes from // to the end of its line"));
        }
    }
}
