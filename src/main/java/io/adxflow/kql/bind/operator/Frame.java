package io.adxflow.kql.bind.operator;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.ExtraCalls;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.WindowCalls;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.bind.scope.Tables;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.List;
import java.util.function.Supplier;

/** Where an operator stands: what its expressions may name, and the rows that come in. */
public record Frame(Session session, Scope scope, Relation input) {
    /** Expressions over the input's columns, without window functions. */
    public ScalarBinder scalars() {
        return new ScalarBinder(session, scope, input.header(), ExtraCalls.NONE);
    }

    WindowCalls windows() {
        return new WindowCalls(session, input);
    }

    public ScalarBinder scalars(ExtraCalls extra) {
        return new ScalarBinder(session, scope, input.header(), extra);
    }

    /** A call of a built-in function over the input, made by the binder itself. */
    public Scalar call(String function, Span span, List<Scalar> arguments) {
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

    public Relation table(Expression expression) {
        return tables().bind(expression);
    }

    public Frame over(Relation rows) {
        return new Frame(session, scope, rows);
    }

    /** The rows that the work gives, or the fallback when the work found mistakes, which are kept. */
    Relation orElse(Relation fallback, Supplier<Relation> work) {
        return session.problems().attempt(work).orElse(fallback);
    }
}
