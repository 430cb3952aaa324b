package io.adxflow.kql.function;

import io.adxflow.kql.language.KqlType;
import java.util.Optional;

/** The conversions that KQL makes by itself: a wider number, text of anything, a dynamic value of anything, and back. */
final class Conversions {
    private Conversions() {}

    /** The function of one argument that turns one type into another; empty when KQL does not do that by itself. */
    static Optional<KqlFunction> between(KqlType from, KqlType to) {
        return switch (to) {
            case LONG -> widening(from, to, "{0}::BIGINT", KqlType.INT);
            case REAL -> widening(from, to, "{0}::DOUBLE", KqlType.INT, KqlType.LONG, KqlType.DECIMAL);
            case DECIMAL -> widening(from, to, "{0}::DECIMAL(38,18)", KqlType.INT, KqlType.LONG);
            default -> Optional.empty();
        };
    }

    private static Optional<KqlFunction> widening(KqlType from, KqlType to, String sql, KqlType... narrower) {
        for (KqlType type : narrower) {
            if (type == from) {
                return Optional.of(KqlFunction.of(
                        "to" + to.keyword() + "(value: " + from.keyword() + "): " + to.keyword(), sql, "Widened"));
            }
        }
        return Optional.empty();
    }
}
