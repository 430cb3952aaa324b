package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_TABLE;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_FUNCTION;

import io.adxflow.kql.bind.scalar.FunctionInliner;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scope.StoredFunctions;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.Optional;

/** {@code invoke f(…)}: a function of the query whose first argument is the rows so far. */
public final class InvokeBinder {
    private final Frame frame;

    public InvokeBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation invoke(ExpandOperator.Invoke invoke) {
        if (!(invoke.function() instanceof Expression.Call call)) {
            throw EXPECTED_TABLE.at(invoke.function().span(), "the function").toException();
        }
        String name = call.function().text();
        Symbol symbol = frame.scope()
                .find(name)
                .or(() -> StoredFunctions.find(frame.session(), name, call.span()))
                .orElseThrow(
                        () -> UNKNOWN_FUNCTION.at(call.function().span(), name).toException());
        if (!(symbol instanceof Symbol.Function function)) {
            throw EXPECTED_TABLE.at(call.function().span(), name).toException();
        }
        return new FunctionInliner(ScalarBinder.constants(frame.session(), frame.scope()))
                .table(function, call, Optional.of(frame.input()));
    }
}
