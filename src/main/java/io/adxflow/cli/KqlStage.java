package io.adxflow.cli;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.kql.Kql;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.QueryContext;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The stages of the emulator's compiler, each of which can be looked at. */
enum KqlStage {
    /** The tree as written. */
    parse {
        @Override
        String show(SourceText query, Supplier<Catalog> catalog, QueryContext context) {
            return Kql.syntaxText(query);
        }
    },
    /** The tree with names resolved and types checked. */
    plan {
        @Override
        String show(SourceText query, Supplier<Catalog> catalog, QueryContext context) {
            return Kql.planText(query, catalog.get(), context);
        }
    },
    /** The DuckDB SQL of each result. */
    sql {
        @Override
        String show(SourceText query, Supplier<Catalog> catalog, QueryContext context) {
            return Kql.compile(query, catalog.get(), context).results().stream()
                    .map(CompiledResult::sql)
                    .collect(Collectors.joining("\n\n"));
        }
    };

    /** @param catalog asked for only by stages that need to know tables */
    abstract String show(SourceText query, Supplier<Catalog> catalog, QueryContext context);
}
