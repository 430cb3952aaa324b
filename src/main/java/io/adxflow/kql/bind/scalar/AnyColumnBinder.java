package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.NO_TEXT_COLUMN;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.List;
import java.util.Optional;

/** {@code * has "x"}: whether the operator holds for any column that holds text. */
final class AnyColumnBinder {
    private final ScalarBinder scalars;

    AnyColumnBinder(ScalarBinder scalars) {
        this.scalars = scalars;
    }

    Scalar bind(Expression.Binary binary) {
        Scalar right = scalars.bind(binary.right());
        Span span = binary.span();
        Optional<Scalar> any = scalars.rows().fields().stream()
                .filter(AnyColumnBinder::holdsText)
                .map(field -> scalars.call(
                        binary.operator().symbol(),
                        span,
                        List.of((Scalar) field.reference(), right),
                        List.of(binary.left().span(), binary.right().span())))
                .reduce((a, b) -> scalars.call("or", span, List.of(a, b), List.of(span, span)));
        return any.orElseThrow(() -> NO_TEXT_COLUMN.at(span).toException());
    }

    private static boolean holdsText(Field field) {
        return field.type() == KqlType.STRING || field.type() == KqlType.DYNAMIC;
    }
}
