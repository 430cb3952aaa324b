package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.Optional;

/** The columns that find gives. */
public sealed interface FindOutput {

    /** {@code project-smart}, and the default: the columns of the predicate, and the rest packed. */
    record Smart() implements FindOutput {}

    /** {@code project column[: type], …}, and {@code pack_all()} for the columns that are not listed. */
    record Columns(List<FindColumn> columns, boolean packsTheRest) implements FindOutput {
        public Columns {
            columns = List.copyOf(columns);
        }
    }

    /** {@code project-away column, …}: the columns of the predicate, and the rest packed, without these. */
    record Away(List<Expression> columns) implements FindOutput {
        public Away {
            columns = List.copyOf(columns);
        }
    }

    /** One column of {@link Columns}. */
    record FindColumn(Span span, Expression.Name name, Optional<KqlType> type) {}
}
