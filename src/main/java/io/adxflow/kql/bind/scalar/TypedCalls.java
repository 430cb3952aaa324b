package io.adxflow.kql.bind.scalar;

import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.List;
import java.util.Set;

/** Calls whose last argument is a type that the result is converted to: {@code extract("x", 1, s, typeof(long))}. */
final class TypedCalls {
    private static final Set<String> NAMES = Set.of("extract", "extract_json", "extractjson", "percentile_tdigest");

    private TypedCalls() {}

    static boolean isOne(Expression.Call call) {
        return NAMES.contains(call.function().text())
                && !call.arguments().isEmpty()
                && last(call) instanceof Expression.TypeOf;
    }

    /** The conversion of the call without the type. */
    static Expression of(Expression.Call call) {
        List<NamedExpression> values =
                call.arguments().subList(0, call.arguments().size() - 1);
        String type = ((Expression.TypeOf) last(call)).type().keyword();
        return new Calls(call.span()).call("to" + type, new Expression.Call(call.span(), call.function(), values));
    }

    private static Expression last(Expression.Call call) {
        return call.arguments().get(call.arguments().size() - 1).value();
    }
}
