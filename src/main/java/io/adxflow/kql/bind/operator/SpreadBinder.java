package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.AggregateCalls;
import io.adxflow.kql.bind.scalar.CallBinder;
import io.adxflow.kql.bind.scalar.ResultNames;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.bind.scope.References;
import io.adxflow.kql.function.AggregateFunction;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.function.ResultName;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Aggregates that give several columns: {@code arg_max(k, a, b)}, {@code take_any(*)}, {@code percentiles(x, 50, 95)}. */
final class SpreadBinder {
    private final Frame frame;
    private final AggregateCalls aggregates;
    private final List<Assignment> keys;

    SpreadBinder(Frame frame, AggregateCalls aggregates, List<Assignment> keys) {
        this.frame = frame;
        this.aggregates = aggregates;
        this.keys = keys;
    }

    /** One column: how it is called by itself, and the arguments of the call that gives it. */
    private record Part(String name, List<Scalar> arguments, List<Span> spans) {}

    /** Adds the columns of such an aggregate; false when the expression is not one. */
    boolean spread(NamedExpression item, ColumnNames names, List<Field> fields) {
        if (!(item.value() instanceof Expression.Call call)
                || FunctionRegistry.aggregate(call.function().text()).isEmpty()) {
            return false;
        }
        AggregateFunction function =
                FunctionRegistry.aggregate(call.function().text()).get(0);
        List<Part> parts =
                switch (function.spread()) {
                    case ONE -> List.of();
                    case COLUMNS_BY_KEY -> byKey(call);
                    case COLUMNS -> ofOneRow(
                            named(columns(CallBinder.positional(call)), function.resultName()), call.span());
                    case CONSTANTS -> constants(call, function);
                };
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Field field = aggregates.add(call, part.arguments(), part.spans());
            String name = i < item.names().size() ? item.names().get(i).text() : names.unique(part.name());
            fields.add(field.named(name));
        }
        return !parts.isEmpty();
    }

    private List<Part> byKey(Expression.Call call) {
        List<Expression> arguments = CallBinder.positional(call);
        if (arguments.isEmpty()) {
            return List.of();
        }
        Expression first = arguments.get(0);
        Scalar key = frame.scalars().bind(first);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(name(first), List.of(key, key), List.of(first.span(), first.span())));
        for (Part value : columns(arguments.subList(1, arguments.size()))) {
            boolean isKeyAgain = value.arguments().get(0).equals(key) && key instanceof Scalar.ColumnReference;
            if (!isKeyAgain) {
                parts.add(new Part(
                        value.name(),
                        List.of(key, value.arguments().get(0)),
                        List.of(first.span(), value.spans().get(0))));
            }
        }
        return parts;
    }

    private List<Part> columns(List<Expression> arguments) {
        List<Part> parts = new ArrayList<>();
        for (Expression argument : arguments) {
            if (argument instanceof Expression.Wildcard) {
                parts.addAll(allButKeys(argument.span()));
            } else {
                Scalar value = frame.scalars().bind(argument);
                parts.add(new Part(name(argument), List.of(value), List.of(argument.span())));
            }
        }
        return parts;
    }

    private static List<Part> named(List<Part> parts, ResultName rule) {
        return parts.stream()
                .map(part -> new Part(
                        rule.of(List.of(Optional.of(part.name()))).orElse(part.name()), part.arguments(), part.spans()))
                .toList();
    }

    /** Several columns must come from the same row, which a second argument asks for. */
    private static List<Part> ofOneRow(List<Part> parts, Span span) {
        if (parts.size() < 2) {
            return parts;
        }
        Scalar yes = Scalar.Constant.of(KqlType.BOOL, true);
        return parts.stream()
                .map(part -> new Part(
                        part.name(),
                        List.of(part.arguments().get(0), yes),
                        List.of(part.spans().get(0), span)))
                .toList();
    }

    private List<Part> allButKeys(Span span) {
        Set<Integer> grouped = keys.stream()
                .flatMap(key -> References.of(key.value()).stream())
                .filter(id -> keys.stream()
                        .anyMatch(key -> key.value() instanceof Scalar.ColumnReference column && column.id() == id))
                .collect(Collectors.toSet());
        return frame.input().header().fields().stream()
                .filter(field -> !grouped.contains(field.id()))
                .map(field -> new Part(field.name(), List.of(field.reference()), List.of(span)))
                .toList();
    }

    private List<Part> constants(Expression.Call call, AggregateFunction function) {
        List<Expression> arguments = CallBinder.positional(call);
        int fixed = function.signature().fewest() - 1;
        if (arguments.size() <= fixed) {
            return List.of();
        }
        List<Scalar> bound = frame.scalars().bindAll(arguments);
        String base = function.resultName()
                .of(arguments.stream().map(ResultNames::of).toList())
                .orElse(call.function().text());
        List<Part> parts = new ArrayList<>();
        for (int i = fixed; i < arguments.size(); i++) {
            List<Scalar> taken = new ArrayList<>(bound.subList(0, fixed));
            taken.add(bound.get(i));
            List<Span> spans = new ArrayList<>();
            arguments.subList(0, fixed).forEach(argument -> spans.add(argument.span()));
            spans.add(arguments.get(i).span());
            parts.add(new Part(base + "_" + suffix(arguments.get(i), bound.get(i)), taken, spans));
        }
        return parts;
    }

    private static String suffix(Expression argument, Scalar value) {
        return Scalars.constant(value)
                .map(constant -> constant.toString().replaceFirst("\\.0$", "").replace('.', '_'))
                .orElseThrow(() ->
                        EXPECTED_CONSTANT.at(argument.span(), "the percentile").toException());
    }

    private static String name(Expression expression) {
        return ResultNames.of(expression).orElse("Column1");
    }
}
