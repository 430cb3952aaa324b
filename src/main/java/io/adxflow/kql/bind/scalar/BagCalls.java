package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_COLUMN;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;
import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.kql.bind.scope.Problems;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code pack_all()} and {@code bag_pack_columns(a, b)}: bags whose keys are the names of columns. */
final class BagCalls {
    private final Expression.Call call;
    private final ScalarBinder scalars;

    BagCalls(Expression.Call call, ScalarBinder scalars) {
        this.call = call;
        this.scalars = scalars;
    }

    Scalar bind() {
        List<Expression> arguments = CallBinder.positional(call);
        if (!call.function().text().equals("pack_all")) {
            return bag(chosen(arguments));
        }
        if (arguments.size() > 1) {
            throw WRONG_ARGUMENT_COUNT
                    .at(call.span(), "pack_all", arguments.size() + " arguments")
                    .toException();
        }
        boolean isSparse = arguments.size() == 1 && isTrue(arguments.get(0));
        List<Field> fields = scalars.rows().fields();
        return isSparse ? sparse(fields) : bag(fields);
    }

    private List<Field> chosen(List<Expression> arguments) {
        if (arguments.isEmpty()) {
            throw WRONG_ARGUMENT_COUNT
                    .at(call.span(), call.function().text(), "0 arguments")
                    .toException();
        }
        return Problems.all(arguments, this::field);
    }

    private Field field(Expression argument) {
        if (!(argument instanceof Expression.Name name)) {
            throw EXPECTED_COLUMN.at(argument.span()).toException();
        }
        scalars.bind(name);
        return scalars.rows()
                .field(name.text())
                .orElseThrow(() -> EXPECTED_COLUMN.at(argument.span()).toException());
    }

    private boolean isTrue(Expression argument) {
        return Scalars.constant(scalars.bindAs(KqlType.BOOL, argument))
                .map(Boolean.TRUE::equals)
                .orElseThrow(() -> EXPECTED_CONSTANT
                        .at(argument.span(), "the argument of 'pack_all'")
                        .toException());
    }

    private Scalar bag(List<Field> fields) {
        List<Scalar> pairs = new ArrayList<>();
        for (Field field : fields) {
            pairs.add(Scalar.Constant.of(KqlType.STRING, field.name()));
            pairs.add(field.reference());
        }
        return apply("bag_pack", pairs);
    }

    /** Without what is null or empty. */
    private Scalar sparse(List<Field> fields) {
        Scalar none = bag(List.of());
        List<Scalar> bags = new ArrayList<>(List.of(none, none));
        for (Field field : fields) {
            Scalar isThere = apply("isnotempty", List.of(apply("tostring", List.of(field.reference()))));
            bags.add(apply("iff", List.of(isThere, bag(List.of(field)), none)));
        }
        return apply("bag_merge", bags);
    }

    private Scalar apply(String function, List<Scalar> arguments) {
        return scalars.call(function, call.span(), arguments, Collections.nCopies(arguments.size(), call.span()));
    }
}
