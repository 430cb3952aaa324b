package io.adxflow.kql.bind.scalar;

import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Scalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The conversions that KQL makes without being asked. Constants are converted here and now. */
public final class Conversion {
    private static final List<KqlType> BY_WIDTH = List.of(KqlType.INT, KqlType.LONG, KqlType.DECIMAL, KqlType.REAL);

    private Conversion() {}

    /** How far apart two types are: 0 for the same, empty when the first does not become the second by itself. */
    public static OptionalInt distance(KqlType from, KqlType to) {
        if (from == to) {
            return OptionalInt.of(0);
        }
        if (from.isNumber() && to.isNumber()) {
            int wider = BY_WIDTH.indexOf(to) - BY_WIDTH.indexOf(from);
            return wider > 0 ? OptionalInt.of(wider) : OptionalInt.empty();
        }
        return from == KqlType.DYNAMIC && to == KqlType.STRING ? OptionalInt.of(4) : OptionalInt.empty();
    }

    /** A whole number that stands in the query as an int, when it is one. */
    static Scalar narrowed(Scalar scalar) {
        return Scalars.constant(scalar)
                .filter(value -> value instanceof Long number && number.intValue() == number)
                .filter(value -> scalar.type() == KqlType.LONG)
                .map(value -> (Scalar) Scalar.Constant.of(KqlType.INT, ((Long) value).intValue()))
                .orElse(scalar);
    }

    /** The type that all of these become by themselves. */
    public static Optional<KqlType> common(List<KqlType> types) {
        if (types.stream().distinct().count() == 1) {
            return Optional.of(types.get(0));
        }
        if (types.stream().allMatch(KqlType::isNumber)) {
            return types.stream().max((a, b) -> BY_WIDTH.indexOf(a) - BY_WIDTH.indexOf(b));
        }
        return types.contains(KqlType.DYNAMIC) ? Optional.of(KqlType.DYNAMIC) : Optional.empty();
    }

    public static Scalar to(KqlType type, Scalar scalar) {
        if (scalar.type() == type) {
            return scalar;
        }
        if (scalar instanceof Scalar.Constant constant && type.isNumber()) {
            return constant.value()
                    .map(value -> Scalar.Constant.of(type, number((Number) value, type)))
                    .orElseGet(() -> Scalar.Constant.nullOf(type));
        }
        return FunctionRegistry.conversion(scalar.type(), type)
                .map(function -> (Scalar) new Scalar.Apply(function, List.of(scalar), type))
                .orElseThrow(() -> new IllegalStateException("no conversion of " + scalar.type() + " to " + type));
    }

    private static Object number(Number value, KqlType type) {
        return switch (type) {
            case LONG -> value.longValue();
            case REAL -> value.doubleValue();
            case DECIMAL -> BigDecimal.valueOf(value.longValue());
            default -> throw new IllegalStateException(type + " is wider than nothing");
        };
    }
}
