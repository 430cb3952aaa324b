package io.adxflow.kql.syntax;

import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.List;
import java.util.Optional;

/** Operands: constants, names, calls, parentheses, and the paths that lead from them into dynamic values and databases. */
final class PrimaryParser {
    private final Grammar grammar;
    private final Tokens tokens;

    PrimaryParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Expression primary() {
        Token first = tokens.peek();
        Expression expression = root();
        for (int length = 1; tokens.at(".") || tokens.at("["); length++) {
            if (length > Tokens.MAX_DEPTH) {
                throw tokens.tooDeep(Tokens.MAX_DEPTH);
            }
            expression = step(first, expression);
        }
        return expression;
    }

    /** {@code function(arguments)}. */
    Expression.Call call(String what) {
        Token first = tokens.peek();
        Expression.Name function = tokens.name(what);
        Token opening = tokens.expect("(");
        List<NamedExpression> arguments = tokens.at(")") ? List.of() : tokens.list(this::argument);
        tokens.close(opening, ")");
        return new Expression.Call(tokens.since(first), function, arguments);
    }

    private NamedExpression argument() {
        return grammar.expressions().named(grammar.pipes()::tabular);
    }

    private Expression step(Token first, Expression target) {
        boolean afterPoint = tokens.accept(".");
        if (tokens.at("[") && !(afterPoint && tokens.atQuotedName())) {
            Token opening = tokens.next();
            Expression index = grammar.expressions().expression();
            tokens.close(opening, "]");
            return new Expression.Index(tokens.since(first), target, index);
        }
        if (tokens.peek().isName() && tokens.peek(1).is("(")) {
            Expression.Call call = call("the name of a function");
            return new Expression.MemberCall(tokens.since(first), target, call);
        }
        Expression.Name member = tokens.name("a name after '.'");
        return new Expression.Member(tokens.since(first), target, member);
    }

    private Expression root() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case LITERAL -> literal(token);
            case NAME -> word(token);
            case SYMBOL -> symbol(token);
            case END -> throw tokens.expected(Hints.EXPRESSION);
        };
    }

    /** The least long is read with its sign, which only a literal may have; an expression negates a number too large. */
    private Expression literal(Token token) {
        if (token.text().startsWith("-")) {
            throw new SyntaxError(KqlProblem.BAD_NUMBER
                    .at(token.span(), token.text().substring(1), KqlType.LONG)
                    .withHint("write long(" + token.text() + ")"));
        }
        return tokens.next().literal().orElseThrow();
    }

    private Expression symbol(Token token) {
        if (token.is("(")) {
            Token opening = tokens.next();
            Expression inner = grammar.pipes().tabular();
            tokens.close(opening, ")");
            return inner;
        }
        if (token.is("*")) {
            return new Expression.Wildcard(tokens.next().span(), Optional.empty(), "*");
        }
        if (tokens.atQuotedName()) {
            return tokens.name("a name");
        }
        if (token.text().length() > 1
                && token.text().startsWith("!")
                && Character.isLetter(token.text().charAt(1))) {
            throw new SyntaxError(
                    KqlProblem.FOREIGN_OPERATOR.at(token.span(), "!").withHint("write not(…)"));
        }
        throw tokens.expected(Hints.EXPRESSION);
    }

    private Expression word(Token token) {
        boolean isCall = tokens.peek(1).is("(");
        switch (token.text()) {
            case "typeof" -> {
                return isCall ? grammar.tables().typeOf() : tokens.name("a name");
            }
            case "datatable" -> {
                return isCall ? grammar.tables().datatable() : tokens.name("a name");
            }
            case "externaldata", "external_data" -> {
                return isCall ? grammar.tables().externaldata() : tokens.name("a name");
            }
            default -> {
                refuse(token);
                return isCall ? call("a function") : tokens.reference("a name");
            }
        }
    }

    private void refuse(Token token) {
        Token next = tokens.peek(1);
        if (token.is("entity_group") && next.is("[")) {
            throw new SyntaxError(KqlProblem.UNSUPPORTED_EXPRESSION.at(token.span(), "an entity group"));
        }
        if (token.is("not") && startsOperand(next) && !next.is("(")) {
            throw new SyntaxError(KqlProblem.NOT_IS_A_FUNCTION.at(token.span()).withHint("write not(…)"));
        }
        if (token.text().equalsIgnoreCase("null") && !next.is("(")) {
            throw new SyntaxError(KqlProblem.UNTYPED_NULL
                    .at(token.span())
                    .withHint("for example int(null) or dynamic(null); a string has no null, only \"\""));
        }
        boolean isNoOperand = Infix.isOperator(token.text()) || token.is("by");
        if (isNoOperand && startsOperand(next) && !next.is("(")) {
            throw tokens.expected(Hints.EXPRESSION);
        }
    }

    private static boolean startsOperand(Token token) {
        return token.isLiteral() || token.isName() && !Infix.isOperator(token.text()) && !token.is("by");
    }
}
