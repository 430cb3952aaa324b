package io.adxflow.kql.syntax;

import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.GroupOperator;
import io.adxflow.kql.syntax.tree.NamedExpression;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.SeriesAggregate;
import io.adxflow.kql.syntax.tree.SeriesKind;
import io.adxflow.kql.syntax.tree.SeriesRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code make-series}. */
final class SeriesParser {
    private static final Map<String, SeriesKind> KINDS = Map.of("nonempty", SeriesKind.NONEMPTY);

    private final Grammar grammar;
    private final Tokens tokens;

    SeriesParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Map<String, OperatorRule> rules() {
        return Map.of("make-series", this::makeSeries);
    }

    private Operator makeSeries(Token keyword) {
        SeriesKind kind = Parameters.readBeforeNames(tokens, keyword, "kind").choice("kind", KINDS, SeriesKind.DEFAULT);
        List<SeriesAggregate> aggregates = tokens.list(this::aggregate);
        tokens.expect("on");
        NamedExpression axis = grammar.expressions().named();
        SeriesRange range = tokens.at("in", "range") ? inRange() : fromTo();
        List<NamedExpression> keys = tokens.accept("by") ? tokens.list(grammar.expressions()::named) : List.of();
        return new GroupOperator.MakeSeries(tokens.since(keyword), kind, aggregates, axis, range, keys);
    }

    private SeriesAggregate aggregate() {
        Token first = tokens.peek();
        NamedExpression aggregate = grammar.expressions().named();
        Optional<Expression> defaultValue = Optional.empty();
        if (tokens.accept("default")) {
            tokens.expect("=");
            defaultValue = Optional.of(grammar.expressions().expression());
        }
        return new SeriesAggregate(tokens.since(first), aggregate, defaultValue);
    }

    private SeriesRange fromTo() {
        Token first = tokens.peek();
        Optional<Expression> from = after("from");
        Optional<Expression> to = after("to");
        tokens.expect("step");
        Expression step = grammar.expressions().expression();
        return new SeriesRange(tokens.since(first), from, to, step, SeriesRange.End.EXCLUSIVE);
    }

    private SeriesRange inRange() {
        Token first = tokens.next();
        tokens.next();
        Token opening = tokens.expect("(");
        Expression from = grammar.expressions().expression();
        tokens.expect(",");
        Expression to = grammar.expressions().expression();
        tokens.expect(",");
        Expression step = grammar.expressions().expression();
        tokens.close(opening, ")");
        return new SeriesRange(
                tokens.since(first), Optional.of(from), Optional.of(to), step, SeriesRange.End.INCLUSIVE);
    }

    private Optional<Expression> after(String word) {
        return tokens.accept(word) ? Optional.of(grammar.expressions().expression()) : Optional.empty();
    }
}
