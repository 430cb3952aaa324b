package io.adxflow.kql.syntax;

import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expansion;
import io.adxflow.kql.syntax.tree.ExpansionKind;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import io.adxflow.kql.syntax.tree.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code mv-expand} and {@code mv-apply}. */
final class ExpandParser {
    private static final long LIMIT_OF_THE_OLD_SPELLING = 128;
    private static final Map<String, ExpansionKind> KINDS =
            Map.of("bag", ExpansionKind.BAG, "array", ExpansionKind.ARRAY);

    private final Grammar grammar;
    private final Tokens tokens;

    ExpandParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Map<String, OperatorRule> rules() {
        return Map.of(
                "mv-expand", this::mvExpand,
                "mvexpand", this::mvExpand,
                "mv-apply", this::mvApply,
                "mvapply", this::mvApply);
    }

    private Operator mvExpand(Token keyword) {
        Parameters parameters = Parameters.readBeforeNames(tokens, keyword, "kind", "bagexpansion", "with_itemindex");
        ExpansionKind kind =
                parameters.choice("kind", KINDS, parameters.choice("bagexpansion", KINDS, ExpansionKind.BAG));
        List<Expansion> expansions = tokens.list(this::expansion);
        Optional<Expression> rowLimit = rowLimit();
        if (rowLimit.isEmpty() && keyword.is("mvexpand")) {
            rowLimit = Optional.of(
                    new Expression.Literal(keyword.span(), KqlType.LONG, Optional.of(LIMIT_OF_THE_OLD_SPELLING)));
        }
        return new ExpandOperator.MvExpand(
                tokens.since(keyword), kind, parameters.name("with_itemindex"), expansions, rowLimit);
    }

    private Operator mvApply(Token keyword) {
        Parameters parameters = Parameters.readBeforeNames(tokens, keyword, "with_itemindex");
        List<Expansion> expansions = tokens.list(this::expansion);
        Optional<Expression> rowLimit = rowLimit();
        tokens.refuse("'id' of mv-apply", "id");
        tokens.expect("on");
        Expression.Pipe subquery = grammar.pipes().subquery();
        return new ExpandOperator.MvApply(
                tokens.since(keyword), parameters.name("with_itemindex"), expansions, rowLimit, subquery);
    }

    private Expansion expansion() {
        Token first = tokens.peek();
        NamedExpression array = grammar.expressions().named();
        Optional<KqlType> type = tokens.accept("to") ? Optional.of(type()) : Optional.empty();
        return new Expansion(tokens.since(first), array, type);
    }

    private KqlType type() {
        if (KqlType.named(tokens.peek().text()).isPresent()) {
            throw new SyntaxError(KqlProblem.UNEXPECTED_TOKEN
                    .at(tokens.peek().span(), "'typeof'", tokens.peek().described())
                    .withHint("write typeof(" + tokens.peek().text() + ")"));
        }
        tokens.expect("typeof");
        Token opening = tokens.expect("(");
        KqlType type = tokens.type();
        tokens.close(opening, ")");
        return type;
    }

    private Optional<Expression> rowLimit() {
        return tokens.accept("limit") ? Optional.of(grammar.expressions().expression()) : Optional.empty();
    }
}
