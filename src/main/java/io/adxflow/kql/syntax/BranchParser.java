package io.adxflow.kql.syntax;

import io.adxflow.kql.syntax.tree.CombineOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.ForkBranch;
import io.adxflow.kql.syntax.tree.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code fork}, {@code facet} and {@code partition}. */
final class BranchParser {
    private final Grammar grammar;
    private final Tokens tokens;

    BranchParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Map<String, OperatorRule> rules() {
        return Map.of("fork", this::fork, "facet", this::facet, "partition", this::partition);
    }

    private Operator fork(Token keyword) {
        List<ForkBranch> branches = new ArrayList<>();
        do {
            branches.add(branch());
        } while (tokens.at("(")
                || tokens.atName() && tokens.peek(tokens.nameLength()).is("="));
        return new CombineOperator.Fork(tokens.since(keyword), branches);
    }

    private ForkBranch branch() {
        Token first = tokens.peek();
        Optional<Expression.Name> name = Optional.empty();
        if (tokens.atName()) {
            name = Optional.of(tokens.name("a name"));
            tokens.expect("=");
        }
        Expression.Pipe subquery = grammar.pipes().subquery();
        return new ForkBranch(tokens.since(first), name, subquery);
    }

    private Operator facet(Token keyword) {
        tokens.expect("by");
        List<Expression> columns = tokens.list(grammar.expressions()::expression);
        Optional<Expression.Pipe> with = Optional.empty();
        if (tokens.accept("with")) {
            with = Optional.of(
                    tokens.at("(")
                            ? grammar.pipes().subquery()
                            : grammar.pipes().oneOperator());
        }
        return new CombineOperator.Facet(tokens.since(keyword), columns, with);
    }

    private Operator partition(Token keyword) {
        Parameters.read(tokens, keyword);
        tokens.expect("by");
        Expression by = grammar.tables().nameOrPattern("the name of a column");
        tokens.refuse("'in' of partition", "in");
        tokens.refuse("'id' of partition", "id");
        Expression query = tokens.at("{") ? block() : grammar.pipes().subquery();
        return new CombineOperator.Partition(tokens.since(keyword), by, query);
    }

    private Expression block() {
        Token opening = tokens.next();
        Expression query = grammar.pipes().tabular();
        tokens.close(opening, "}");
        return query;
    }
}
