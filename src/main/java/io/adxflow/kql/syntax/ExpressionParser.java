package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlProblem;
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
        return tokens.nested(() -> chain(BinaryOperator.OR, () -> chain(BinaryOperator.AND, this::equality)));
    }

    /** A condition: an expression behind which {@code =} is the usual slip for {@code ==}. */
    Expression condition() {
        Expression condition = expression();
        if (tokens.at("=")) {
            throw new SyntaxError(KqlProblem.ASSIGNMENT_FOR_COMPARISON
                    .at(tokens.peek().span())
                    .withHint("write '=='"));
        }
        return condition;
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
            Expression.Name name = tokens.name("a name");
            tokens.next();
            return List.of(name);
        }
        if (tokens.closesBefore(0, "=")) {
            Token opening = tokens.next();
            List<Expression.Name> names = tokens.list(() -> tokens.name("a name"));
            tokens.close(opening, ")");
            tokens.next();
            return names;
        }
        return List.of();
    }

    private Expression chain(BinaryOperator operator, Supplier<Expression> operand) {
        List<Expression> operands = new ArrayList<>();
        operands.add(operand.get());
        while (tokens.accept(operator.symbol())) {
            operands.add(operand.get());
        }
        return balanced(operator, operands);
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

    private Expression equality() {
        Token first = tokens.peek();
        Expression left = once(Infix.RELATION, () -> chain(Infix.SUM));
        Optional<InOperator> in = Infix.in(tokens).filter(found -> !tokens.at("in", "range"));
        if (in.isPresent()) {
            tokens.next();
            return in(first, left, in.get());
        }
        Optional<BetweenOperator> between = Infix.between(tokens);
        if (between.isPresent()) {
            tokens.next();
            return between(first, left, between.get());
        }
        Optional<BinaryOperator> equality = Infix.binary(tokens, Infix.EQUALITY);
        if (equality.isEmpty()) {
            return left;
        }
        tokens.next();
        Expression right = once(Infix.RELATION, () -> chain(Infix.SUM));
        return new Expression.Binary(tokens.since(first), equality.get(), left, right);
    }

    private Expression in(Token first, Expression value, InOperator operator) {
        Token opening = tokens.expect("(");
        List<Expression> choices = tokens.listUntil(")", grammar.pipes()::tabular);
        tokens.close(opening, ")");
        return new Expression.In(tokens.since(first), operator, value, choices);
    }

    private Expression between(Token first, Expression value, BetweenOperator operator) {
        Token opening = tokens.expect("(");
        Expression low = expression();
        tokens.expect("..");
        Expression high = expression();
        tokens.close(opening, ")");
        return new Expression.Between(tokens.since(first), operator, value, low, high);
    }

    private Expression once(int strength, Supplier<Expression> operand) {
        Token first = tokens.peek();
        Expression left = operand.get();
        Optional<BinaryOperator> operator = Infix.binary(tokens, strength);
        if (operator.isEmpty()) {
            return left;
        }
        tokens.next();
        Expression right = operand.get();
        return new Expression.Binary(tokens.since(first), operator.get(), left, right);
    }

    private Expression chain(int strength) {
        if (strength > Infix.TEXT) {
            return signed();
        }
        Token first = tokens.peek();
        Expression left = chain(strength + 1);
        Optional<BinaryOperator> operator = Infix.binary(tokens, strength);
        for (int operands = 1; operator.isPresent(); operands++) {
            skip(operator.get());
            Expression right = chain(strength + 1);
            if (operands == MAX_CHAIN) {
                throw tokens.tooDeep(MAX_CHAIN);
            }
            left = new Expression.Binary(tokens.since(first), operator.get(), left, right);
            operator = Infix.binary(tokens, strength);
        }
        return left;
    }

    private void skip(BinaryOperator operator) {
        tokens.next();
        if (operator == BinaryOperator.MATCHES_REGEX) {
            tokens.next();
        }
    }

    /** At most one sign before an operand: two of them are somebody's comment. */
    private Expression signed() {
        Token sign = tokens.peek();
        if (!sign.is("-") && !sign.is("+")) {
            return grammar.primaries().primary();
        }
        tokens.next();
        if (sign.is("-") && tokens.at("-") && sign.touches(tokens.peek())) {
            Span span = sign.span().to(tokens.peek().span());
            throw new SyntaxError(KqlProblem.FOREIGN_COMMENT
                    .at(span, "--")
                    .withHint("a comment goes from // to the end of its line"));
        }
        Expression operand = grammar.primaries().primary();
        UnaryOperator operator = sign.is("-") ? UnaryOperator.MINUS : UnaryOperator.PLUS;
        return new Expression.Unary(tokens.since(sign), operator, operand);
    }
}
