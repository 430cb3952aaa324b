package io.adxflow.kql.bind.source;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_TABLE;
import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.kql.bind.scalar.CallBinder;
import io.adxflow.kql.bind.scalar.Places;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.bind.scope.RowSecurity;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.bind.scope.StoredFunctions;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.language.CatalogView;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.List;

/**
 * {@code materialized_view(name [, max_age])}: the part of a view that is materialized, or the whole view when that part is
 * older than {@code max_age}.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/materialized-view-function">materialized_view()</a>
 */
public record ViewCall(Expression.Call call, Session session, Scope scope) {
    public Symbol.Function part() {
        List<Expression> arguments = CallBinder.positional(call);
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw WRONG_ARGUMENT_COUNT
                    .at(call.span(), call.function().text(), arguments.size() + " arguments")
                    .toException();
        }
        String name = new Places(session, scope).text(arguments.get(0));
        CatalogView view = session.catalog().view(name).orElseThrow(() -> UNKNOWN_TABLE
                .at(arguments.get(0).span(), name)
                .toException());
        boolean isOld = arguments.size() > 1 && session.context().nowTicks() - view.lastRun() > age(arguments.get(1));
        return new RowSecurity(session)
                .applied(name, isOld ? view.policy() : view.partPolicy(), call.span())
                .map(policy -> StoredFunctions.declared(policy.query(), policy.inside()))
                .orElseGet(() -> StoredFunctions.declared(isOld ? view.whole() : view.materialized(), view.home()));
    }

    private long age(Expression argument) {
        Scalar bound = ScalarBinder.constants(session, scope).bindAs(KqlType.TIMESPAN, argument);
        return Scalars.constant(bound)
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .orElseThrow(() -> EXPECTED_CONSTANT
                        .at(argument.span(), "the age of the view")
                        .toException());
    }
}
