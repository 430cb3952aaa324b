package io.adxflow.kql.syntax;

import io.adxflow.kql.syntax.tree.ColumnDeclaration;
import io.adxflow.kql.syntax.tree.ColumnOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.ReorderedColumns;
import java.util.List;
import java.util.Map;

/** Operators of the family {@link ColumnOperator}. */
final class ColumnParser {
    private static final Map<String, ReorderedColumns.Order> ORDERS =
            Map.of("asc", ReorderedColumns.Order.ASC, "desc", ReorderedColumns.Order.DESC);
    private static final Map<String, ReorderedColumns.Order> GRANNY_ORDERS =
            Map.of("asc", ReorderedColumns.Order.GRANNY_ASC, "desc", ReorderedColumns.Order.GRANNY_DESC);

    private final Grammar grammar;
    private final Tokens tokens;

    ColumnParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Map<String, OperatorRule> rules() {
        return Map.of(
                "extend", this::extend,
                "project", this::project,
                "project-away", this::projectAway,
                "project-keep", this::projectKeep,
                "project-rename", this::projectRename,
                "project-reorder", this::projectReorder,
                "serialize", this::serialize,
                "getschema", keyword -> new ColumnOperator.Getschema(keyword.span()),
                "assert-schema", this::assertSchema);
    }

    private Operator extend(Token keyword) {
        List<NamedExpression> columns = tokens.list(grammar.expressions()::named);
        return new ColumnOperator.Extend(tokens.since(keyword), columns);
    }

    private Operator project(Token keyword) {
        List<NamedExpression> columns = optionalColumns();
        return new ColumnOperator.Project(tokens.since(keyword), columns);
    }

    private Operator projectAway(Token keyword) {
        List<Expression> columns = tokens.list(this::nameOrPattern);
        return new ColumnOperator.ProjectAway(tokens.since(keyword), columns);
    }

    private Operator projectKeep(Token keyword) {
        List<Expression> columns = tokens.list(this::nameOrPattern);
        return new ColumnOperator.ProjectKeep(tokens.since(keyword), columns);
    }

    private Operator projectRename(Token keyword) {
        List<NamedExpression> columns = tokens.list(this::renaming);
        return new ColumnOperator.ProjectRename(tokens.since(keyword), columns);
    }

    private Operator projectReorder(Token keyword) {
        List<ReorderedColumns> columns = tokens.list(this::reordered);
        return new ColumnOperator.ProjectReorder(tokens.since(keyword), columns);
    }

    private Operator serialize(Token keyword) {
        List<NamedExpression> columns = optionalColumns();
        return new ColumnOperator.Serialize(tokens.since(keyword), columns);
    }

    private Operator assertSchema(Token keyword) {
        List<ColumnDeclaration> columns = grammar.tables().schema();
        return new ColumnOperator.AssertSchema(tokens.since(keyword), columns);
    }

    private List<NamedExpression> optionalColumns() {
        return grammar.pipes().atEndOfOperator() ? List.of() : tokens.list(grammar.expressions()::named);
    }

    private Expression nameOrPattern() {
        return grammar.tables().nameOrPattern("the name of a column");
    }

    private NamedExpression renaming() {
        Token first = tokens.peek();
        Expression.Name to = tokens.newName("a new name");
        tokens.expect("=");
        Expression.Name from = tokens.reference("the name of a column");
        return new NamedExpression(tokens.since(first), List.of(to), from);
    }

    private ReorderedColumns reordered() {
        Token first = tokens.peek();
        Expression columns = nameOrPattern();
        ReorderedColumns.Order order = order();
        return new ReorderedColumns(tokens.since(first), columns, order);
    }

    private ReorderedColumns.Order order() {
        if (!tokens.peek().isName()) {
            return ReorderedColumns.Order.AS_IS;
        }
        boolean granny = tokens.at("granny", "-");
        Token word = granny ? tokens.peek(2) : tokens.peek();
        ReorderedColumns.Order order = (granny ? GRANNY_ORDERS : ORDERS).get(word.text());
        if (order == null) {
            throw tokens.expected("'asc', 'desc', 'granny-asc', 'granny-desc' or ','");
        }
        for (int i = 0; i < (granny ? 3 : 1); i++) {
            tokens.next();
        }
        return order;
    }
}
