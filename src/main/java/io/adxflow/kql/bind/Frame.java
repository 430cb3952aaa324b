package io.adxflow.kql.bind;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.List;
import java.util.function.Supplier;

/** Where an operator stands: what its expressions may name, and the rows that come in. */
record Frame(Session session, Scope scope, Relation input) {
    /** Expressions over the input's columns, without window functions. */
    ScalarBinder scalars() {
        return new ScalarBinder(session, scope, input.header(), ExtraCalls.NONE);
    }

    WindowCalls windows() {
        return new WindowCalls(session, input);
    }

    ScalarBinder scalars(ExtraCalls extra) {
        return new ScalarBinder(session, scope, input.header(), extra);
    }

    /** A call of a built-in function over the input, made by the binder itself. */
    Scalar call(String function, Span span, List<Scalar> arguments) {
        return scalars()
                .call(
                        function,
                        span,
                        arguments,
                        arguments.stream().map(argument -> span).toList());
    }

    Tables tables() {
        return session.tables(scope);
    }

    Relation table(Expression expression) {
        return tables().bind(expression);
    }

    Frame over(Relation rows) {
        return new Frame(session, scope, rows);
    }

    /** The rows that the work gives, or the fallback when the work found mistakes, which are kept. */
    Relation orElse(Relation fallback, Supplier<Relation> work) {
        return session.problems().attempt(work).orElse(fallback);
    }
}
