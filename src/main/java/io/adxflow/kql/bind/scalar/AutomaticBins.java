package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.MISSING_OPTION;

import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code bin_auto(x)}: the step and the fixed point come from options, of the query or of the request. */
final class AutomaticBins {
    private static final String SIZE = "query_bin_auto_size";
    private static final String AT = "query_bin_auto_at";

    private final ScalarBinder scalars;

    AutomaticBins(ScalarBinder scalars) {
        this.scalars = scalars;
    }

    Scalar bind(Expression value, Expression.Call call) {
        Scalar size = option(SIZE).orElseThrow(() -> MISSING_OPTION
                .at(call.span(), SIZE, "bin_auto")
                .withHint("set " + SIZE + " = 1h;")
                .toException());
        List<Scalar> arguments = new ArrayList<>(List.of(scalars.bind(value), size));
        option(AT).ifPresent(arguments::add);
        String function = arguments.size() == 3 ? "bin_at" : "bin";
        return scalars.call(function, call.span(), arguments, Collections.nCopies(arguments.size(), call.span()));
    }

    private Optional<Scalar> option(String name) {
        Session session = scalars.session();
        return Optional.ofNullable(session.optionValues().get(name))
                .or(() -> Optional.ofNullable(session.context().options().get(name))
                        .flatMap(QueryParameters::literal)
                        .map(scalars::literal));
    }
}
