package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.AGGREGATE_OUT_OF_PLACE;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_SCALAR;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_FUNCTION;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_NAMED_ARGUMENT;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_FUNCTION;
import static io.adxflow.kql.language.KqlProblem.WINDOW_OUT_OF_PLACE;

import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.scope.Problems;
import io.adxflow.kql.bind.scope.StoredFunctions;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A call in an expression: a function of the query, a special form, an aggregate, a built-in, a stored function. */
public final class CallBinder {
    /** How the names of the families begin that Kusto has and this compiler has not, or not whole. */
    private static final List<String> BEYOND = List.of("geo_", "series_", "graph_", "rowstore_", "ai_");
    /** Functions that Kusto has and this compiler has not. */
    private static final Set<String> UNSUPPORTED = Set.of("hash_combine", "hash_many");

    private final ScalarBinder scalars;

    CallBinder(ScalarBinder scalars) {
        this.scalars = scalars;
    }

    Scalar bind(Expression.Call call) {
        String name = call.function().text();
        Optional<Symbol> symbol = scalars.scope().find(name);
        if (symbol.isPresent()) {
            return ofSymbol(call, symbol.get());
        }
        return SpecialCalls.bind(call, scalars)
                .or(() -> scalars.extra().bind(call, scalars))
                .or(() -> builtIn(call))
                .or(() -> StoredFunctions.find(scalars.session(), name, call.span())
                        .map(stored -> ofSymbol(call, stored)))
                .orElseThrow(() -> unknown(call));
    }

    private Scalar ofSymbol(Expression.Call call, Symbol symbol) {
        if (symbol instanceof Symbol.Function function) {
            return new FunctionInliner(scalars).scalar(function, call);
        }
        if (symbol instanceof Symbol.Broken) {
            throw Problems.silent();
        }
        throw EXPECTED_SCALAR.at(call.span(), call.function().text()).toException();
    }

    private Optional<Scalar> builtIn(Expression.Call call) {
        String name = call.function().text();
        if (!FunctionRegistry.isFunction(name)) {
            return Optional.empty();
        }
        if (TypedCalls.isOne(call)) {
            return Optional.of(scalars.bind(TypedCalls.of(call)));
        }
        List<Expression> arguments = positional(call);
        List<Scalar> bound = scalars.bindAll(arguments);
        return Optional.of(scalars.call(
                name,
                call.span(),
                bound,
                arguments.stream().map(Expression::span).toList()));
    }

    /** The arguments of a built-in function, none of which may be named. */
    public static List<Expression> positional(Expression.Call call) {
        for (NamedExpression argument : call.arguments()) {
            if (!argument.names().isEmpty()) {
                throw UNKNOWN_NAMED_ARGUMENT
                        .at(
                                argument.span(),
                                argument.names().get(0).text(),
                                call.function().text())
                        .withHint("only functions of the query take arguments by name")
                        .toException();
            }
        }
        return call.arguments().stream().map(NamedExpression::value).toList();
    }

    private UserException unknown(Expression.Call call) {
        String name = call.function().text();
        if (!FunctionRegistry.aggregate(name).isEmpty()) {
            return AGGREGATE_OUT_OF_PLACE
                    .at(call.span(), name)
                    .withHint("aggregates stand in summarize and make-series")
                    .toException();
        }
        if (!FunctionRegistry.window(name).isEmpty()) {
            return WINDOW_OUT_OF_PLACE.at(call.span(), name).toException();
        }
        if (UNSUPPORTED.contains(name) || BEYOND.stream().anyMatch(name::startsWith)) {
            return UNSUPPORTED_FUNCTION.at(call.function().span(), name).toException();
        }
        Set<String> known = new HashSet<>(FunctionRegistry.scalarNames());
        known.addAll(FunctionRegistry.aggregateNames());
        known.addAll(FunctionRegistry.windowNames());
        known.addAll(FunctionRegistry.formNames());
        known.addAll(scalars.scope().names());
        known.addAll(scalars.session().catalog().functionNames());
        return Suggestion.closest(name, known)
                .map(found ->
                        UNKNOWN_FUNCTION.at(call.function().span(), name).withHint("did you mean '" + found + "'?"))
                .orElseGet(() -> UNKNOWN_FUNCTION.at(call.function().span(), name))
                .toException();
    }
}
