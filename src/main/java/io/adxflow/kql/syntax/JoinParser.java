package io.adxflow.kql.syntax;

import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.syntax.tree.BinaryOperator;
import io.adxflow.kql.syntax.tree.CombineOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.JoinKind;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.UnionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code join}, {@code lookup} and {@code union}. */
final class JoinParser {
    private static final Map<String, JoinKind> JOIN_KINDS = Map.ofEntries(
            Map.entry("innerunique", JoinKind.INNERUNIQUE),
            Map.entry("inner", JoinKind.INNER),
            Map.entry("leftouter", JoinKind.LEFTOUTER),
            Map.entry("rightouter", JoinKind.RIGHTOUTER),
            Map.entry("fullouter", JoinKind.FULLOUTER),
            Map.entry("leftsemi", JoinKind.LEFTSEMI),
            Map.entry("rightsemi", JoinKind.RIGHTSEMI),
            Map.entry("anti", JoinKind.LEFTANTI),
            Map.entry("leftanti", JoinKind.LEFTANTI),
            Map.entry("leftantisemi", JoinKind.LEFTANTI),
            Map.entry("rightanti", JoinKind.RIGHTANTI),
            Map.entry("rightantisemi", JoinKind.RIGHTANTI));
    private static final Map<String, JoinKind> LOOKUP_KINDS =
            Map.of("leftouter", JoinKind.LEFTOUTER, "inner", JoinKind.INNER);
    private static final Map<String, UnionKind> UNION_KINDS =
            Map.of("outer", UnionKind.OUTER, "inner", UnionKind.INNER);

    private final Grammar grammar;
    private final Tokens tokens;

    JoinParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Map<String, OperatorRule> rules() {
        return Map.of("join", this::join, "lookup", this::lookup, "union", this::union);
    }

    private Operator join(Token keyword) {
        JoinKind kind = Parameters.read(tokens, keyword, "kind").choice("kind", JOIN_KINDS, JoinKind.INNERUNIQUE);
        Expression right = right();
        List<Expression> conditions = conditions();
        return new CombineOperator.Join(tokens.since(keyword), kind, right, conditions);
    }

    private Operator lookup(Token keyword) {
        JoinKind kind = Parameters.read(tokens, keyword, "kind").choice("kind", LOOKUP_KINDS, JoinKind.LEFTOUTER);
        Expression right = right();
        List<Expression> conditions = conditions();
        return new CombineOperator.Lookup(tokens.since(keyword), kind, right, conditions);
    }

    private Expression right() {
        if (tokens.peek().isName()
                && JOIN_KINDS.containsKey(tokens.peek().text())
                && !tokens.peek(1).is("on")) {
            throw new SyntaxError(KqlProblem.UNEXPECTED_TOKEN
                    .at(tokens.peek().span(), "a table", tokens.peek().described())
                    .withHint("the kind is given by kind=" + tokens.peek().text()));
        }
        return grammar.primaries().primary();
    }

    /** Conditions between commas; an {@code and} between them means the same. */
    private List<Expression> conditions() {
        tokens.expect("on");
        List<Expression> conditions = new ArrayList<>();
        tokens.list(grammar.expressions()::condition)
                .forEach(condition -> split(condition).forEach(conditions::add));
        return conditions;
    }

    private static Stream<Expression> split(Expression condition) {
        if (condition instanceof Expression.Binary binary && binary.operator() == BinaryOperator.AND) {
            return Stream.concat(split(binary.left()), split(binary.right()));
        }
        return Stream.of(condition);
    }

    private Operator union(Token keyword) {
        Parameters parameters = Parameters.read(tokens, keyword, "kind", "withsource", "with_source", "isfuzzy");
        UnionKind kind = parameters.choice("kind", UNION_KINDS, UnionKind.OUTER);
        List<Expression> tables = tokens.list(grammar.tables()::reference);
        return new CombineOperator.Union(
                tokens.since(keyword),
                kind,
                parameters.name("withsource").or(() -> parameters.name("with_source")),
                parameters.flag("isfuzzy"),
                tables);
    }
}
