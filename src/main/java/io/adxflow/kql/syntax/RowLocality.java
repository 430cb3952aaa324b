package io.adxflow.kql.syntax;

import io.adxflow.kql.language.RowLocalQuery;
import io.adxflow.kql.syntax.tree.ColumnOperator;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.Query;
import io.adxflow.kql.syntax.tree.RowOperator;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides from the text alone whether a query looks at each row of one table alone. It says no to whatever it does not
 * know, as a wrong yes would change results.
 */
public final class RowLocality {
    private final RowLocalExpressions expressions;
    private final Set<String> variables = new HashSet<>();

    private RowLocality(Predicate<String> isScalarFunction) {
        this.expressions = new RowLocalExpressions(isScalarFunction);
    }

    /** @param isScalarFunction whether a name is one of a function that needs no other row */
    public static Optional<RowLocalQuery> of(Query query, Predicate<String> isScalarFunction) {
        return new RowLocality(isScalarFunction).decide(query);
    }

    private Optional<RowLocalQuery> decide(Query query) {
        List<Statement> statements = query.statements();
        List<Statement> before = statements.subList(0, statements.size() - 1);
        Statement last = statements.get(statements.size() - 1);
        if (!before.stream().allMatch(this::isHarmless) || !(last instanceof Statement.ExpressionStatement result)) {
            return Optional.empty();
        }
        return source(result.expression())
                .filter(table -> !variables.contains(table.text()))
                .map(table -> new RowLocalQuery(
                        query.source().text(), table.text(), table.span().end(), expressions.sawTime()));
    }

    private boolean isHarmless(Statement statement) {
        if (statement instanceof Statement.LetValue let) {
            variables.add(let.name().text());
            return expressions.isLocal(let.value()) && !(let.value() instanceof Expression.Name);
        }
        if (statement instanceof Statement.SetOption set) {
            String option = set.option().text().toLowerCase(Locale.ROOT);
            return option.equals("notruncation") || option.equals("servertimeout") || option.startsWith("trunc");
        }
        return statement instanceof Statement.DeclareQueryParameters;
    }

    private Optional<Expression.Name> source(Expression expression) {
        if (expression instanceof Expression.Name table) {
            return Optional.of(table);
        }
        return expression instanceof Expression.Pipe pipe
                        && pipe.operators().stream().allMatch(this::isLocal)
                        && pipe.source().orElse(null) instanceof Expression.Name table
                ? Optional.of(table)
                : Optional.empty();
    }

    private boolean isLocal(Operator operator) {
        if (operator instanceof RowOperator.Where where) {
            return expressions.isLocal(where.predicate());
        }
        if (operator instanceof ColumnOperator.Extend extend) {
            return expressions.areLocal(extend.columns());
        }
        if (operator instanceof ColumnOperator.Project project) {
            return expressions.areLocal(project.columns());
        }
        if (operator instanceof ExpandOperator.Parse parse) {
            return expressions.isLocal(parse.pattern().text());
        }
        if (operator instanceof ExpandOperator.ParseWhere parse) {
            return expressions.isLocal(parse.pattern().text());
        }
        if (operator instanceof ExpandOperator.MvExpand expand) {
            return expand.expansions().stream()
                    .allMatch(each -> expressions.isLocal(each.array().value()));
        }
        return operator instanceof ColumnOperator.ProjectAway
                || operator instanceof ColumnOperator.ProjectKeep
                || operator instanceof ColumnOperator.ProjectRename
                || operator instanceof ColumnOperator.ProjectReorder;
    }
}
