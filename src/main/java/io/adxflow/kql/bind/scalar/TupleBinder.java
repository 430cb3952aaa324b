package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_COLUMN;

import io.adxflow.kql.function.TupleFunction;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Functions that give several columns, taken apart into a named expression for each column. */
public final class TupleBinder {
    private static final Set<String> SORTS = Set.of("array_sort_asc", "array_sort_desc");

    private final ScalarBinder scalars;

    public TupleBinder(ScalarBinder scalars) {
        this.scalars = scalars;
    }

    /** One column: the name that it has by itself, and its value. */
    private record Part(String name, Expression value) {}

    /** The expressions, those that give several columns taken apart; the mistakes found are kept. */
    public List<NamedExpression> apart(List<NamedExpression> columns) {
        return columns.stream().flatMap(column -> apart(column).stream()).toList();
    }

    private List<NamedExpression> apart(NamedExpression column) {
        return scalars.session()
                .problems()
                .attempt(() -> split(column))
                .orElseGet(() -> List.of(new NamedExpression(
                        column.span(),
                        column.names().subList(0, Math.min(1, column.names().size())),
                        column.value())));
    }

    private List<NamedExpression> split(NamedExpression column) {
        List<Part> parts = parts(column.value());
        int names = column.names().size();
        if (parts.isEmpty()) {
            if (names > 1) {
                throw EXPECTED_COLUMN
                        .at(column.span())
                        .withHint("one name for one value")
                        .toException();
            }
            return List.of(column);
        }
        if (names > parts.size()) {
            throw EXPECTED_COLUMN
                    .at(column.names().get(parts.size()).span())
                    .withHint("there are " + parts.size() + " values")
                    .toException();
        }
        return IntStream.range(0, names == 0 ? parts.size() : names)
                .mapToObj(i -> new NamedExpression(
                        column.span(),
                        List.of(
                                names == 0
                                        ? new Expression.Name(
                                                column.span(), parts.get(i).name())
                                        : column.names().get(i)),
                        parts.get(i).value()))
                .toList();
    }

    private List<Part> parts(Expression value) {
        if (!(value instanceof Expression.Call call)) {
            return List.of();
        }
        String name = call.function().text();
        Optional<TupleFunction> tuple = TupleFunction.named(name);
        return tuple.isPresent() ? ofBag(tuple.get(), call) : SORTS.contains(name) ? sorted(call) : List.of();
    }

    private static List<Part> ofBag(TupleFunction tuple, Expression.Call call) {
        Calls calls = new Calls(call.span());
        Expression bag = calls.call(tuple.bag(), CallBinder.positional(call).toArray(Expression[]::new));
        String prefix = ResultNames.of(call).orElse(tuple.name()) + "_";
        List<Part> parts = new ArrayList<>();
        for (Column column : tuple.columns()) {
            Expression value = calls.at(bag, calls.text(column.name()));
            parts.add(new Part(
                    prefix + column.name(),
                    column.type() == KqlType.DYNAMIC
                            ? value
                            : calls.call("to" + column.type().keyword(), value)));
        }
        return parts;
    }

    /** Several arrays, of which the first gives the order of all; one alone is an ordinary value. */
    private List<Part> sorted(Expression.Call call) {
        List<Expression> arrays = CallBinder.positional(call).stream()
                .filter(argument -> !isBool(argument))
                .toList();
        if (arrays.size() < 2) {
            return List.of();
        }
        Calls calls = new Calls(call.span());
        return IntStream.range(0, arrays.size())
                .mapToObj(i -> new Part(
                        ResultNames.of(arrays.get(i)).orElse("array") + "_sorted", calls.at(call, calls.number(i))))
                .toList();
    }

    private boolean isBool(Expression argument) {
        return scalars.bind(argument).type() == KqlType.BOOL;
    }
}
