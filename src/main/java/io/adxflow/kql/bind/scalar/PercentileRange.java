package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.BAD_ARGUMENT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.function.Parameter;
import io.adxflow.kql.function.Signature;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.value.Json;
import java.util.List;

/** Percentiles lie between 0 and 100, those in an array too. */
final class PercentileRange {
    private PercentileRange() {}

    static void check(Signature signature, List<Scalar> arguments, List<Span> spans) {
        List<Parameter> parameters = signature.expand(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            if (parameters.get(i).isConstant() && parameters.get(i).name().startsWith("percentile")) {
                check(Scalars.constant(arguments.get(i)).orElse(null), spans.get(i));
            }
        }
    }

    private static void check(Object value, Span span) {
        Object percentile = value instanceof String json ? Json.read(json) : value;
        if (percentile instanceof List<?> list) {
            list.forEach(element -> check(element, span));
        } else if (!(percentile instanceof Number number) || number.doubleValue() < 0 || number.doubleValue() > 100) {
            throw BAD_ARGUMENT
                    .at(span, "a percentile is a number between 0 and 100")
                    .toException();
        }
    }
}
