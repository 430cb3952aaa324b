package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The tokens of a query and a place among them; knows how to complain, how to go on after that, and how deep is too deep. */
final class Tokens {
    static final int MAX_DEPTH = 100;

    private final List<Token> tokens;
    private final Brackets brackets;
    private final List<Diagnostic> problems;
    private int position;
    private int depth;

    Tokens(List<Token> tokens, List<Diagnostic> problems) {
        this.tokens = tokens;
        this.brackets = new Brackets(tokens);
        this.problems = problems;
    }

    Token peek() {
        return tokens.get(position);
    }

    /** The token some places ahead, or the end. */
    Token peek(int ahead) {
        return tokens.get(Math.min(position + ahead, tokens.size() - 1));
    }

    Token previous() {
        return tokens.get(Math.max(position - 1, 0));
    }

    Token next() {
        Token token = peek();
        if (!token.isEnd()) {
            position++;
        }
        return token;
    }

    boolean at(String wordOrSign) {
        return peek().is(wordOrSign);
    }

    boolean at(String first, String second) {
        return at(first) && peek(1).is(second);
    }

    boolean accept(String wordOrSign) {
        boolean found = at(wordOrSign);
        if (found) {
            position++;
        }
        return found;
    }

    Token expect(String wordOrSign) {
        if (!at(wordOrSign)) {
            throw expected("'" + wordOrSign + "'");
        }
        return next();
    }

    /** Expects a sign whose absence needs a word. */
    Token expect(String sign, String hint) {
        if (!at(sign)) {
            throw new SyntaxError(KqlProblem.UNEXPECTED_TOKEN
                    .at(peek().span(), "'" + sign + "'", peek().described())
                    .withHint(hint));
        }
        return next();
    }

    /** Expects the bracket that closes one that was opened; if it is nowhere, the opening one is the place to point at. */
    Token close(Token opening, String closing) {
        if (at(closing)) {
            return next();
        }
        int index = tokens.indexOf(opening);
        if (brackets.partner(index) >= 0) {
            throw expected("'" + closing + "'");
        }
        throw new SyntaxError(KqlProblem.NEVER_CLOSED
                .at(opening.span(), opening.text())
                .withHint("expected '" + closing + "' before " + peek().described()));
    }

    /** Whether the bracket some places ahead is closed, and a certain sign follows. */
    boolean closesBefore(int ahead, String wordOrSign) {
        int partner = peek(ahead).is("(") ? brackets.partner(position + ahead) : -1;
        return partner >= 0 && tokens.get(partner + 1).is(wordOrSign);
    }

    /** A name, plain or as {@code ['any text']}; {@code what} says in a message what it would be the name of. */
    Expression.Name name(String what) {
        if (atQuotedName()) {
            Token opening = next();
            Token text = next();
            next();
            return new Expression.Name(opening.span().to(previous().span()), (String)
                    text.literal().orElseThrow().value().orElseThrow());
        }
        if (!peek().isName()) {
            throw expected(what);
        }
        Token token = next();
        return new Expression.Name(token.span(), token.text());
    }

    /** A name that something is given. */
    Expression.Name newName(String what) {
        return unreserved(what, ReservedWords::mayBeGiven);
    }

    /** A name of something that is there. */
    Expression.Name reference(String what) {
        return unreserved(what, ReservedWords::mayBeReferredTo);
    }

    private Expression.Name unreserved(String what, Predicate<String> isAllowed) {
        Token token = peek();
        if (token.isName() && !isAllowed.test(token.text())) {
            throw new SyntaxError(KqlProblem.RESERVED_WORD
                    .at(token.span(), token.text())
                    .withHint("quoted it is a name: ['" + token.text() + "']"));
        }
        return name(what);
    }

    boolean atQuotedName() {
        return at("[") && peek(1).isString() && peek(2).is("]");
    }

    boolean atName() {
        return peek().isName() || atQuotedName();
    }

    /** How many tokens the name here consists of. */
    int nameLength() {
        return atQuotedName() ? 3 : 1;
    }

    KqlType type() {
        Token token = peek();
        if (!token.isName()) {
            throw expected("a type");
        }
        next();
        return KqlType.named(token.text())
                .orElseThrow(() -> new SyntaxError(KqlProblem.UNKNOWN_TYPE
                        .at(token.span(), token.text())
                        .withHint(Hints.closest(token.text(), "types", KqlType.names()))));
    }

    /** The type after a colon, if there is one. */
    Optional<KqlType> optionalType() {
        return accept(":") ? Optional.of(type()) : Optional.empty();
    }

    /** Zero or more things between commas, up to a closing sign, which stays; a comma may stand before it. */
    <T> List<T> listUntil(String closing, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        while (!at(closing)) {
            items.add(item.get());
            if (!accept(",")) {
                break;
            }
        }
        return items;
    }

    /** One or more things between commas. */
    <T> List<T> list(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        do {
            items.add(item.get());
        } while (accept(","));
        return items;
    }

    /** From a token to the one before the place. */
    Span since(Token first) {
        return since(first.span());
    }

    Span since(Span first) {
        return first.to(previous().span());
    }

    SyntaxError expected(String what) {
        return new SyntaxError(Hints.unexpected(what, peek(), peek(1)));
    }

    /** Gives up where words stand that KQL has and this compiler has not. */
    void refuse(String what, String... words) {
        boolean found = IntStream.range(0, words.length).allMatch(i -> peek(i).is(words[i]));
        if (found) {
            Span span = peek().span().to(peek(words.length - 1).span());
            throw new SyntaxError(KqlProblem.UNSUPPORTED_OPTION.at(span, what));
        }
    }

    /** Goes one level deeper, and gives up a text that is nested too deeply; {@link #leave} comes back. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw tooDeep(MAX_DEPTH);
        }
    }

    void leave() {
        depth--;
    }

    /** Runs a rule one level deeper. */
    <T> T nested(Supplier<T> rule) {
        enter();
        try {
            return rule.get();
        } finally {
            leave();
        }
    }

    SyntaxError tooDeep(int levels) {
        return SyntaxError.fatal(
                KqlProblem.NESTED_TOO_DEEPLY.at(peek().span(), levels).withHint("a let statement takes a part out"));
    }

    /** Tells of a problem behind which the rule goes on. */
    void tell(Diagnostic problem) {
        problems.add(problem);
    }

    /** Runs a rule; after an error the place moves to the next sign that ends such a thing at this level of brackets. */
    <T> Optional<T> recovering(Supplier<T> rule, List<String> ends) {
        int level = brackets.depth(position);
        try {
            return Optional.of(rule.get());
        } catch (SyntaxError error) {
            if (error.isFatal()) {
                throw error;
            }
            problems.add(error.diagnostic());
            skip(level, ends);
            return Optional.empty();
        }
    }

    private void skip(int level, List<String> ends) {
        while (!peek().isEnd() && brackets.depth(position) >= level) {
            if (brackets.depth(position) == level && isOneOf(peek(), ends)) {
                return;
            }
            position++;
        }
    }

    private static boolean isOneOf(Token token, List<String> texts) {
        return token.kind() == Token.Kind.SYMBOL && texts.contains(token.text());
    }
}
