package io.adxflow.kql;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.Binder;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CompiledQuery;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.sql.SqlGenerator;
import io.adxflow.kql.syntax.Parser;
import io.adxflow.kql.syntax.Query;

/**
 * The language.
 *
 * <pre>
 * text ─ syntax ─► Query ─ bind ─► Relation ─ sql ─► one DuckDB statement for each result
 * </pre>
 */
public final class Kql {
    private Kql() {}

    /**
     * Reads a query without knowing any table.
     *
     * @throws UserException with every syntax error
     */
    public static Query parse(SourceText source) {
        return Parser.parse(source);
    }

    /**
     * Compiles a query.
     *
     * @throws UserException with every mistake that was found
     */
    public static CompiledQuery compile(SourceText source, Catalog catalog, QueryContext context) {
        Binder.BoundQuery bound = Binder.bind(
                parse(source),
                catalog,
                context,
                relation -> catalog.preliminary(SqlGenerator.generate(relation, context)));
        return new CompiledQuery(
                bound.results().stream().map(result -> compile(result, context)).toList(), bound.options());
    }

    private static CompiledResult compile(Binder.BoundResult result, QueryContext context) {
        return new CompiledResult(
                result.name(),
                result.relation().header().schema(),
                SqlGenerator.generate(result.relation(), context),
                result.relation().header().isSerialized(),
                result.visualization());
    }
}
