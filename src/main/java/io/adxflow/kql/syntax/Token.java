package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.Optional;

/**
 * A word, sign or constant of a query. Whether a name is a keyword depends on where it stands; {@link ReservedWords} says
 * which words are no names.
 */
record Token(Kind kind, Span span, String text, Optional<Expression.Literal> literal) {

    /** What sort of token it is. */
    enum Kind {
        NAME,
        LITERAL,
        SYMBOL,
        END
    }

    static Token of(Kind kind, Span span, String text) {
        return new Token(kind, span, text, Optional.empty());
    }

    static Token of(Expression.Literal literal, String text) {
        return new Token(Kind.LITERAL, literal.span(), text, Optional.of(literal));
    }

    /** Whether this is the given word or sign. */
    boolean is(String wordOrSign) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equals(wordOrSign);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    boolean isLiteral() {
        return kind == Kind.LITERAL;
    }

    boolean isEnd() {
        return kind == Kind.END;
    }

    boolean isString() {
        return literal.filter(found -> found.type() == KqlType.STRING).isPresent();
    }

    /** Whether nothing stands between this token and the next. */
    boolean touches(Token next) {
        return span.end() == next.span.start() && !next.isEnd();
    }

    /** As messages call it. */
    String described() {
        return switch (kind) {
            case END -> "the end of the query";
            case LITERAL -> text;
            case NAME, SYMBOL -> "'" + text + "'";
        };
    }
}
