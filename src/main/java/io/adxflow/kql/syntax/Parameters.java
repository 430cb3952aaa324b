package io.adxflow.kql.syntax;

import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code name=value} pairs between the keyword of an operator and its operands. Hints to the engine are skipped. */
final class Parameters {
    private final Tokens tokens;
    private final Token keyword;
    private final List<String> known;
    private final Map<String, Token> values = new HashMap<>();

    private Parameters(Tokens tokens, Token keyword, List<String> known) {
        this.tokens = tokens;
        this.keyword = keyword;
        this.known = known;
    }

    /** Reads parameters where anything else before {@code =} is a mistake. */
    static Parameters read(Tokens tokens, Token keyword, String... known) {
        Parameters parameters = new Parameters(tokens, keyword, List.of(known));
        while (parameters.nameLength() > 0) {
            parameters.readOne();
        }
        return parameters;
    }

    /** Reads parameters where a name and {@code =} may also begin the operands. */
    static Parameters readBeforeNames(Tokens tokens, Token keyword, String... known) {
        Parameters parameters = new Parameters(tokens, keyword, List.of(known));
        while (parameters.nameLength() > 0 && parameters.isParameter()) {
            parameters.readOne();
        }
        return parameters;
    }

    /** The value, which must be one of some words. */
    <E> E choice(String name, Map<String, E> choices, E otherwise) {
        Token value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        E choice = choices.get(text(value));
        if (choice == null) {
            List<String> words = choices.keySet().stream().sorted().toList();
            throw new SyntaxError(KqlProblem.BAD_PARAMETER_VALUE
                    .at(value.span(), text(value), name)
                    .withHint(Hints.closest(text(value), "values", words)));
        }
        return choice;
    }

    boolean flag(String name) {
        return choice(name, Map.of("true", true, "false", false), false);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Parameters::text);
    }

    Optional<Expression.Name> name(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> new Expression.Name(value.span(), text(value)));
    }

    private static String text(Token value) {
        return value.literal()
                .flatMap(Expression.Literal::value)
                .map(String::valueOf)
                .orElse(value.text());
    }

    /** How many tokens the name of the parameter here takes; 0 if there is none. */
    private int nameLength() {
        int length = 1;
        while (tokens.peek(length - 1).isName() && tokens.peek(length).is(".")) {
            length += 2;
        }
        return tokens.peek(length - 1).isName() && tokens.peek(length).is("=") ? length : 0;
    }

    private boolean isParameter() {
        return isHint() || known.contains(tokens.peek().text()) && isValue(2) && startsOperand(tokens.peek(3));
    }

    private boolean isHint() {
        return tokens.at("hint") && tokens.peek(1).is(".")
                || tokens.peek().text().startsWith("__");
    }

    private boolean isValue(int ahead) {
        return tokens.peek(ahead).isName() || tokens.peek(ahead).isLiteral();
    }

    /** Whether the operands can begin here; a parenthesis would make a call of the value. */
    private static boolean startsOperand(Token token) {
        boolean isWord = token.isName() && !Infix.isOperator(token.text());
        return isWord || token.isLiteral() || token.is("[") || token.is("*") || token.is("-");
    }

    private void readOne() {
        boolean isHint = isHint();
        int length = nameLength();
        Token name = tokens.next();
        for (int i = 1; i < length; i++) {
            tokens.next();
        }
        tokens.expect("=");
        if (!isHint && !known.contains(name.text())) {
            throw new SyntaxError(KqlProblem.UNKNOWN_PARAMETER
                    .at(name.span(), name.text(), keyword.text())
                    .withHint(Hints.closest(name.text(), "parameters", known)));
        }
        Token value = readValue();
        if (!isHint && values.put(name.text(), value) != null) {
            throw new SyntaxError(KqlProblem.GIVEN_TWICE.at(name.span(), name.text()));
        }
    }

    private Token readValue() {
        if (tokens.atQuotedName()) {
            Expression.Name name = tokens.name("a value");
            return Token.of(Token.Kind.NAME, name.span(), name.text());
        }
        if (!isValue(0)) {
            throw tokens.expected("a value");
        }
        return tokens.next();
    }
}
