package io.adxflow.kql.syntax;

import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.FunctionParameter;
import io.adxflow.kql.syntax.tree.NamedExpression;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.ScanStep;
import io.adxflow.kql.syntax.tree.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code scan}. */
final class ScanParser {
    private static final Map<String, ScanStep.Output> OUTPUTS = Map.of(
            "all", ScanStep.Output.ALL,
            "last", ScanStep.Output.LAST,
            "none", ScanStep.Output.NONE);

    private final Grammar grammar;
    private final Tokens tokens;
    private final RowParser rows;

    ScanParser(Grammar grammar, RowParser rows) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.rows = rows;
    }

    Map<String, OperatorRule> rules() {
        return Map.of("scan", this::scan);
    }

    private Operator scan(Token keyword) {
        Parameters parameters = Parameters.read(tokens, keyword, "with_match_id");
        List<SortKey> order = acceptBy("order") ? tokens.list(rows::sortKey) : List.of();
        List<Expression> partition = acceptBy("partition") ? tokens.list(grammar.expressions()::expression) : List.of();
        List<FunctionParameter.Scalar> variables =
                tokens.accept("declare") ? grammar.statements().scalarParameters() : List.of();
        tokens.expect("with");
        Token opening = tokens.expect("(");
        List<ScanStep> steps = new ArrayList<>();
        do {
            steps.add(step());
            if (!tokens.accept(";")) {
                break;
            }
        } while (!tokens.at(")"));
        tokens.close(opening, ")");
        return new ExpandOperator.Scan(
                tokens.since(keyword), parameters.name("with_match_id"), order, partition, variables, steps);
    }

    private boolean acceptBy(String word) {
        boolean found = tokens.at(word, "by");
        if (found) {
            tokens.next();
            tokens.next();
        }
        return found;
    }

    private ScanStep step() {
        Token first = tokens.expect("step");
        Expression.Name name = tokens.name("the name of a step");
        boolean isOptional = tokens.accept("optional");
        ScanStep.Output output =
                Parameters.read(tokens, first, "output").choice("output", OUTPUTS, ScanStep.Output.ALL);
        tokens.expect(":");
        Expression condition = grammar.expressions().condition();
        List<NamedExpression> assignments = tokens.accept("=>") ? tokens.list(this::assignment) : List.of();
        return new ScanStep(tokens.since(first), name, isOptional, output, condition, assignments);
    }

    private NamedExpression assignment() {
        Token first = tokens.peek();
        Expression.Name name = tokens.name("the name of a variable or a column");
        tokens.expect("=");
        Expression value = grammar.expressions().expression();
        return new NamedExpression(tokens.since(first), List.of(name), value);
    }
}
