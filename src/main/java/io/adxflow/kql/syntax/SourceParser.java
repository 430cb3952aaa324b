package io.adxflow.kql.syntax;

import io.adxflow.kql.syntax.tree.EvaluateSchema;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import io.adxflow.kql.syntax.tree.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operators that bring their own rows, and those that hand the rows to a function or a plugin. */
final class SourceParser {
    private final Grammar grammar;
    private final Tokens tokens;

    SourceParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Map<String, OperatorRule> rules() {
        return Map.of(
                "print", this::print,
                "range", this::range,
                "invoke", this::invoke,
                "evaluate", this::evaluate);
    }

    private Operator print(Token keyword) {
        List<NamedExpression> columns = tokens.list(grammar.expressions()::named);
        return new ExpandOperator.Print(tokens.since(keyword), columns);
    }

    private Operator range(Token keyword) {
        Expression.Name column = tokens.name("the name of a column");
        tokens.expect("from");
        Expression from = grammar.expressions().expression();
        tokens.expect("to");
        Expression to = grammar.expressions().expression();
        tokens.expect("step");
        Expression step = grammar.expressions().expression();
        return new ExpandOperator.Range(tokens.since(keyword), column, from, to, step);
    }

    private Operator invoke(Token keyword) {
        Expression function = grammar.primaries().primary();
        if (!(function instanceof Expression.Call || function instanceof Expression.MemberCall)) {
            throw tokens.expected("'(' after the name of the function");
        }
        return new ExpandOperator.Invoke(tokens.since(keyword), function);
    }

    private Operator evaluate(Token keyword) {
        Parameters.read(tokens, keyword);
        Expression.Call plugin = grammar.primaries().call("the name of a plugin");
        Optional<EvaluateSchema> schema =
                tokens.accept(":") ? Optional.of(grammar.tables().evaluateSchema()) : Optional.empty();
        return new ExpandOperator.Evaluate(tokens.since(keyword), plugin, schema);
    }
}
