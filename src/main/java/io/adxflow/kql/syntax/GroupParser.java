package io.adxflow.kql.syntax;

import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.GroupOperator;
import io.adxflow.kql.syntax.tree.NamedExpression;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.Property;
import io.adxflow.kql.syntax.tree.SortKey;
import io.adxflow.kql.syntax.tree.TopNestedLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operators of the family {@link GroupOperator}, make-series apart. */
final class GroupParser {
    private final Grammar grammar;
    private final Tokens tokens;
    private final RowParser rows;

    GroupParser(Grammar grammar, RowParser rows) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.rows = rows;
    }

    Map<String, OperatorRule> rules() {
        return Map.of(
                "summarize", this::summarize,
                "distinct", this::distinct,
                "count", this::count,
                "top-nested", this::topNested,
                "top-hitters", this::topHitters,
                "sample-distinct", this::sampleDistinct,
                "reduce", this::reduce);
    }

    private Operator summarize(Token keyword) {
        Parameters.readBeforeNames(tokens, keyword);
        boolean hasAggregates = !tokens.at("by") && !grammar.pipes().atEndOfOperator();
        List<NamedExpression> aggregates = hasAggregates ? tokens.list(grammar.expressions()::named) : List.of();
        List<NamedExpression> keys = tokens.accept("by") ? tokens.list(grammar.expressions()::named) : List.of();
        tokens.refuse("'bin=' of summarize", "bin", "=");
        if (aggregates.isEmpty() && keys.isEmpty()) {
            throw tokens.expected("an aggregate or 'by'");
        }
        return new GroupOperator.Summarize(tokens.since(keyword), aggregates, keys);
    }

    private Operator distinct(Token keyword) {
        Parameters.readBeforeNames(tokens, keyword);
        List<Expression> columns = tokens.list(grammar.expressions()::expression);
        return new GroupOperator.Distinct(tokens.since(keyword), columns);
    }

    private Operator count(Token keyword) {
        if (tokens.at("(")) {
            throw new SyntaxError(KqlProblem.UNEXPECTED_TOKEN
                    .at(tokens.peek().span(), Hints.END_OF_OPERATOR, "'('")
                    .withHint("the operator 'count' has no parentheses, the aggregate of summarize has"));
        }
        Optional<Expression.Name> name = tokens.accept("as") ? Optional.of(tokens.name("a name")) : Optional.empty();
        return new GroupOperator.Count(tokens.since(keyword), name);
    }

    private Operator topNested(Token keyword) {
        List<TopNestedLevel> levels = new ArrayList<>();
        levels.add(level(keyword));
        while (tokens.accept(",")) {
            Token first = tokens.expect("top");
            tokens.expect("-");
            tokens.expect("nested");
            levels.add(level(first));
        }
        return new GroupOperator.TopNested(tokens.since(keyword), levels);
    }

    private TopNestedLevel level(Token first) {
        Optional<Expression> count = tokens.at("of")
                ? Optional.empty()
                : Optional.of(grammar.expressions().expression());
        tokens.expect("of");
        NamedExpression of = grammar.expressions().named();
        Optional<Expression> others = Optional.empty();
        if (tokens.accept("with")) {
            tokens.expect("others");
            tokens.expect("=");
            others = Optional.of(grammar.expressions().expression());
        }
        tokens.expect("by");
        NamedExpression aggregate = grammar.expressions().named();
        SortKey.Direction direction = rows.direction();
        return new TopNestedLevel(tokens.since(first), count, of, others, aggregate, direction);
    }

    private Operator topHitters(Token keyword) {
        Expression count = grammar.expressions().expression();
        tokens.expect("of");
        NamedExpression of = grammar.expressions().named();
        Optional<NamedExpression> weight =
                tokens.accept("by") ? Optional.of(grammar.expressions().named()) : Optional.empty();
        return new GroupOperator.TopHitters(tokens.since(keyword), count, of, weight);
    }

    private Operator sampleDistinct(Token keyword) {
        Expression count = grammar.expressions().expression();
        tokens.expect("of");
        Expression of = grammar.expressions().expression();
        return new GroupOperator.SampleDistinct(tokens.since(keyword), count, of);
    }

    private Operator reduce(Token keyword) {
        tokens.refuse("'kind' of reduce", "kind");
        Parameters.read(tokens, keyword);
        tokens.expect("by");
        Expression of = grammar.expressions().expression();
        List<Property> properties = tokens.accept("with") ? reduceProperties() : List.of();
        return new GroupOperator.Reduce(tokens.since(keyword), of, properties);
    }

    private List<Property> reduceProperties() {
        return tokens.at("(") ? grammar.tables().properties() : tokens.list(grammar.tables()::property);
    }
}
