package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_SCALAR;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_TYPE;
import static io.adxflow.kql.language.KqlProblem.RECURSIVE_FUNCTION;
import static io.adxflow.kql.language.KqlProblem.ROW_SETS_DIFFER;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_NAMED_ARGUMENT;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_EXPRESSION;
import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.scope.Problems;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ColumnDeclaration;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.FunctionParameter;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Binds the body of a function in the place of its call. Arguments are bound where the call stands and the body where the
 * function was declared, so no name of one is caught by the other.
 */
public final class FunctionInliner {
    private static final int DEEPEST = 64;
    private static final int MOST = 10_000;

    private final ScalarBinder caller;

    public FunctionInliner(ScalarBinder caller) {
        this.caller = caller;
    }

    Scalar scalar(Symbol.Function function, Expression.Call call) {
        if (Tabularity.isTable(function, caller.session())) {
            throw EXPECTED_SCALAR.at(call.span(), function.name()).toException();
        }
        return placed(function, call, () -> {
            Scope inside = enter(function, call, Optional.empty());
            return leaving(() -> atHome(function, () -> ScalarBinder.constants(caller.session(), inside)
                    .bind(function.body().result())));
        });
    }

    /** @param piped the rows before {@code invoke}, which are the first argument */
    public Relation table(Symbol.Function function, Expression.Call call, Optional<Relation> piped) {
        return placed(function, call, () -> {
            Scope inside = enter(function, call, piped);
            return leaving(() -> atHome(
                    function,
                    () -> caller.session().tables(inside).bind(function.body().result())));
        });
    }

    private <T> T placed(Symbol.Function function, Expression.Call call, Supplier<T> work) {
        return function.visibility() == Symbol.Visibility.STORED
                ? caller.session().problems().placedAt(call.span(), work)
                : work.get();
    }

    private <T> T atHome(Symbol.Function function, Supplier<T> work) {
        return caller.session().in(function.home(), work);
    }

    private <T> T leaving(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            caller.session().leaveFunction();
        }
    }

    private Scope enter(Symbol.Function function, Expression.Call call, Optional<Relation> piped) {
        if (caller.session().enterFunction() > DEEPEST) {
            caller.session().leaveFunction();
            throw RECURSIVE_FUNCTION.at(call.span(), function.name()).toException();
        }
        if (caller.session().functionsEntered() > MOST) {
            caller.session().leaveFunction();
            throw UNSUPPORTED_EXPRESSION
                    .at(call.span(), "a query whose functions call each other more than " + MOST + " times")
                    .toException();
        }
        Scope scope = function.scope().inner();
        try {
            declareArguments(scope, function, call, piped);
            atHome(
                    function,
                    () -> caller.session().tables(scope).declare(function.body().statements()));
        } catch (RuntimeException failed) {
            caller.session().leaveFunction();
            throw failed;
        }
        return scope;
    }

    private void declareArguments(
            Scope scope, Symbol.Function function, Expression.Call call, Optional<Relation> piped) {
        Map<String, Expression> given = assign(function, call, piped.isPresent() ? 1 : 0);
        Problems.all(function.parameters(), parameter -> {
            boolean isPiped =
                    piped.isPresent() && parameter == function.parameters().get(0);
            Symbol argument = isPiped
                    ? fit(parameter, piped.get(), call)
                    : argument(
                            function,
                            parameter,
                            Optional.ofNullable(given.get(parameter.name().text())),
                            call);
            scope.declare(parameter.name(), argument);
            return argument;
        });
    }

    private Map<String, Expression> assign(Symbol.Function function, Expression.Call call, int skipped) {
        List<String> names = function.parameters().stream()
                .map(parameter -> parameter.name().text())
                .toList();
        Map<String, Expression> given = new LinkedHashMap<>();
        int next = skipped;
        for (NamedExpression argument : call.arguments()) {
            Optional<String> name = argument.name().map(Expression.Name::text);
            if (name.isPresent() && !names.contains(name.get())) {
                throw UNKNOWN_NAMED_ARGUMENT
                        .at(argument.span(), name.get(), function.name())
                        .withHint(Suggestion.hint(name.get(), "parameters", names))
                        .toException();
            }
            if (name.isEmpty() && next >= names.size()) {
                throw wrongCount(function, call);
            }
            given.put(name.isPresent() ? name.get() : names.get(next++), argument.value());
        }
        return given;
    }

    private static UserException wrongCount(Symbol.Function function, Expression.Call call) {
        String names = function.parameters().stream()
                .map(parameter -> parameter.name().text())
                .collect(Collectors.joining(", "));
        return WRONG_ARGUMENT_COUNT
                .at(call.span(), function.name(), call.arguments().size() + " arguments")
                .withHint("parameters: " + (names.isEmpty() ? "none" : names))
                .toException();
    }

    private Symbol argument(
            Symbol.Function function, FunctionParameter parameter, Optional<Expression> given, Expression.Call call) {
        if (parameter instanceof FunctionParameter.Scalar scalar) {
            Optional<Scalar> bound = given.map(expression -> caller.bindAs(scalar.type(), expression));
            return new Symbol.Value(bound.or(() -> scalar.defaultValue()
                            .map(expression -> ScalarBinder.constants(caller.session(), function.scope())
                                    .bindAs(scalar.type(), expression)))
                    .orElseThrow(() -> wrongCount(function, call)));
        }
        Expression table = given.orElseThrow(() -> wrongCount(function, call));
        Relation relation = caller.session().tables(caller.scope()).bind(table);
        return fit(parameter, relation, call);
    }

    /** The columns that the parameter names, in its order; all of them for {@code (*)}. */
    private Symbol fit(FunctionParameter parameter, Relation relation, Expression.Call call) {
        if (!(parameter instanceof FunctionParameter.Table table)) {
            throw EXPECTED_TYPE.at(call.span(), "a scalar", "a table").toException();
        }
        if (table.columns().isEmpty()) {
            return Symbol.Table.of(relation);
        }
        List<Field> fields = new ArrayList<>();
        for (ColumnDeclaration column : table.columns()) {
            fields.add(relation.header()
                    .field(column.name().text())
                    .filter(field -> field.type() == column.type())
                    .orElseThrow(() -> ROW_SETS_DIFFER
                            .at(call.span(), call.function().text(), declared(table))
                            .withHint("columns there are: " + relation.header().schema())
                            .toException()));
        }
        return Symbol.Table.of(
                new Relation.Project(relation, List.of(), relation.header().withFields(fields)));
    }

    private static String declared(FunctionParameter.Table table) {
        return table.columns().stream()
                .map(column -> column.name().text() + ":" + column.type())
                .collect(Collectors.joining(", "));
    }
}
