package io.adxflow.kql.bind.scope;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.List;

/**
 * What scalars and operators ask of the binder that is made of them: the rows of a subquery, and what the body of a function
 * declares. It binds in the scope that {@link Session#tables} was given.
 */
public interface Tables {
    /** The rows of a tabular expression. */
    Relation bind(Expression expression);

    /** The rows that operators make of rows, one operator after the other. */
    Relation pipe(Relation rows, List<Operator> operators);

    /**
     * The rows of a table: all of them, or those that its row-level security lets be seen.
     *
     * @param span of the name of the table
     */
    Relation scan(CatalogTable table, Span span);

    /** Adds to the scope what statements introduce, and gives the expressions among them. */
    List<Expression> declare(List<Statement> statements);
}
