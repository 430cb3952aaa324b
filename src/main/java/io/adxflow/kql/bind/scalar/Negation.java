package io.adxflow.kql.bind.scalar;

import io.adxflow.kql.plan.Scalar;
import java.math.BigDecimal;
import java.util.Optional;

/** A minus before a number that stands in the query. */
final class Negation {
    private Negation() {}

    static Optional<Scalar> of(Scalar.Constant constant) {
        return constant.value().flatMap(Negation::of).map(value -> Scalar.Constant.of(constant.type(), value));
    }

    private static Optional<Object> of(Object value) {
        if (value instanceof Long number && number != Long.MIN_VALUE) {
            return Optional.of(-number);
        }
        if (value instanceof Double number) {
            return Optional.of(-number);
        }
        return value instanceof BigDecimal number ? Optional.of(number.negate()) : Optional.empty();
    }
}
