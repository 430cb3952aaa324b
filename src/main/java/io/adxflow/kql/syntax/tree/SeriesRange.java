package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.Optional;

/** {@code [from a] [to b] step s}, whose end is exclusive, or the older {@code in range(a, b, s)}, whose end is not. */
public record SeriesRange(Span span, Optional<Expression> from, Optional<Expression> to, Expression step, End end) {

    /** Whether the last point may be the end itself. */
    public enum End {
        EXCLUSIVE,
        INCLUSIVE
    }
}
