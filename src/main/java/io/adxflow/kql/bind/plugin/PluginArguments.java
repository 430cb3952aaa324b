package io.adxflow.kql.bind.plugin;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_NAMED_ARGUMENT;
import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.bind.scalar.ResultNames;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of a plugin, by position or by name. */
public final class PluginArguments {
    private final Frame frame;
    private final Expression.Call call;
    private final Map<String, Expression> byName = new HashMap<>();
    private final List<Expression> rest = new ArrayList<>();

    /**
     * @param required how many of the names must be given
     * @param hasRest whether more arguments may follow behind those that have names
     */
    public PluginArguments(
            Frame frame, ExpandOperator.Evaluate evaluate, List<String> names, int required, boolean hasRest) {
        this.frame = frame;
        this.call = evaluate.plugin();
        for (NamedExpression argument : call.arguments()) {
            Optional<String> name = argument.name().map(Expression.Name::text);
            if (name.isPresent() && !names.contains(name.get())) {
                throw UNKNOWN_NAMED_ARGUMENT
                        .at(argument.span(), name.get(), plugin())
                        .withHint("it takes: " + String.join(", ", names))
                        .toException();
            }
            if (name.isEmpty() && byName.size() == names.size()) {
                rest.add(argument.value());
            } else {
                byName.put(name.orElseGet(() -> names.get(byName.size())), argument.value());
            }
        }
        boolean isWhole = names.subList(0, required).stream().allMatch(byName::containsKey);
        if (!isWhole || !hasRest && !rest.isEmpty()) {
            throw WRONG_ARGUMENT_COUNT
                    .at(span(), plugin(), call.arguments().size() + " arguments")
                    .withHint(plugin() + "(" + String.join(", ", names) + (hasRest ? ", …)" : ")"))
                    .toException();
        }
    }

    String plugin() {
        return call.function().text();
    }

    Span span() {
        return call.span();
    }

    List<Expression> rest() {
        return rest;
    }

    Optional<Expression> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Expression get(String name) {
        return find(name).orElseThrow();
    }

    /** A value that the query gives before it runs. */
    public Scalar constant(String name, KqlType type) {
        Expression expression = get(name);
        return constant(
                name,
                expression,
                ScalarBinder.constants(frame.session(), frame.scope()).bindAs(type, expression));
    }

    /** A value that the query gives before it runs, of whatever type. */
    Scalar constant(String name) {
        Expression expression = get(name);
        return constant(
                name,
                expression,
                ScalarBinder.constants(frame.session(), frame.scope()).bind(expression));
    }

    private Scalar constant(String name, Expression expression, Scalar value) {
        if (Scalars.constant(value).isEmpty()) {
            throw EXPECTED_CONSTANT
                    .at(expression.span(), "the argument '" + name + "' of '" + plugin() + "'")
                    .toException();
        }
        return value;
    }

    /** How a column is called in the result. */
    static String nameOf(Expression expression) {
        return ResultNames.of(expression).orElse("Column1");
    }
}
