package io.adxflow.kql;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.Binder;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CompiledQuery;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.RowLocalQuery;
import io.adxflow.kql.plan.PlanText;
import io.adxflow.kql.sql.QueryTime;
import io.adxflow.kql.sql.SqlGenerator;
import io.adxflow.kql.syntax.Parser;
import io.adxflow.kql.syntax.RowLocality;
import io.adxflow.kql.syntax.SyntaxText;
import io.adxflow.kql.syntax.tree.Query;
import java.util.Optional;
import java.util.stream.Collectors;

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
        Binder.BoundQuery bound = bind(source, catalog, context);
        QueryContext fixed = QueryTime.of(context, bound.options());
        return new CompiledQuery(
                bound.results().stream().map(result -> compile(result, fixed)).toList(),
                bound.options(),
                bound.comparesCursors());
    }

    private static Binder.BoundQuery bind(SourceText source, Catalog catalog, QueryContext context) {
        return Binder.bind(
                parse(source),
                catalog,
                context,
                relation -> catalog.preliminary(SqlGenerator.generate(relation, context)));
    }

    /**
     * What a reader of a large result needs to read it in parts; empty for a query that compares rows, names several tables
     * or has anything that this parser does not know.
     */
    public static Optional<RowLocalQuery> rowLocal(SourceText source) {
        try {
            return RowLocality.of(
                    parse(source), name -> !FunctionRegistry.scalar(name).isEmpty());
        } catch (UserException unknown) {
            return Optional.empty();
        }
    }

    /** The query as the parser sees it, for people. */
    public static String syntaxText(SourceText source) {
        return SyntaxText.of(parse(source));
    }

    /** The plan of each result as an indented tree, for people. */
    public static String planText(SourceText source, Catalog catalog, QueryContext context) {
        return bind(source, catalog, context).results().stream()
                .map(result -> PlanText.of(result.relation()))
                .collect(Collectors.joining("\n\n"));
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
