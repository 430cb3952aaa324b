package io.adxflow.kql;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_STATEMENT;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CompiledQuery;
import io.adxflow.kql.language.QueryContext;

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
     * Compiles a query.
     *
     * @throws UserException with every mistake that was found
     */
    public static CompiledQuery compile(SourceText source, Catalog catalog, QueryContext context) {
        throw UNSUPPORTED_STATEMENT
                .at(new Span(0, source.text().length()), "query")
                .in(source)
                .toException();
    }
}
