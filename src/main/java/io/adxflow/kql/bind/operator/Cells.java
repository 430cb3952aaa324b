package io.adxflow.kql.bind.operator;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.Conversion;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Scalar;
import java.util.List;
import java.util.Optional;

/** The values of a datatable, which may be written as another type than that of their column. */
final class Cells {
    private final Session session;
    private final Scope scope;

    Cells(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    Optional<Scalar> as(KqlType type, Scalar value, Span span) {
        if (value.type() == type) {
            return Optional.of(value);
        }
        if (value.type().isNumber() && type.isNumber() || value.type() == KqlType.STRING || type == KqlType.STRING) {
            return Optional.of(converted(type, value, span));
        }
        return type == KqlType.DYNAMIC ? Optional.of(Conversion.to(type, value)) : Optional.empty();
    }

    private Scalar converted(KqlType type, Scalar value, Span span) {
        Optional<Scalar> known = Scalars.constant(value).flatMap(constant -> number(type, constant));
        if (known.isPresent()) {
            return known.get();
        }
        String function = type == KqlType.DYNAMIC ? "todynamic" : "to" + type.keyword();
        return ScalarBinder.constants(session, scope).call(function, span, List.of(value), List.of(span));
    }

    private static Optional<Scalar> number(KqlType type, Object constant) {
        if (!(constant instanceof Long value)) {
            return Optional.empty();
        }
        return switch (type) {
            case INT -> Optional.of(Scalar.Constant.of(type, value.intValue()));
            case REAL -> Optional.of(Scalar.Constant.of(type, value.doubleValue()));
            default -> Optional.empty();
        };
    }
}
