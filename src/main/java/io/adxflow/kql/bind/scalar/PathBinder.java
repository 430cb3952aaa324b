package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_TYPE;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_COLUMN;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.List;

/** Paths into dynamic values: {@code d.a}, {@code d["a"]}, {@code d[0]}. What is not there is null. */
final class PathBinder {
    private static final String ACCESS = "[]";

    private final ScalarBinder scalars;

    PathBinder(ScalarBinder scalars) {
        this.scalars = scalars;
    }

    Scalar member(Expression.Member member) {
        if (member.target() instanceof Expression.Name name
                && scalars.scope().find(name.text()).orElse(null) instanceof Symbol.Step step) {
            return remembered(step, member.member());
        }
        Scalar key = Scalar.Constant.of(KqlType.STRING, member.member().text());
        return access(member.target(), key, member.member().span(), member.span());
    }

    /** A column of the last row that matched a step of {@code scan}. */
    private static Scalar remembered(Symbol.Step step, Expression.Name column) {
        return step.memory()
                .field(column.text())
                .orElseThrow(() -> UNKNOWN_COLUMN
                        .at(column.span(), column.text())
                        .withHint(Suggestion.hint(
                                column.text(), "columns here", step.memory().names()))
                        .toException())
                .reference();
    }

    Scalar index(Expression.Index index) {
        Scalar key = scalars.bind(index.index());
        return access(index.target(), key, index.index().span(), index.span());
    }

    private Scalar access(Expression target, Scalar key, Span keySpan, Span span) {
        Scalar value = scalars.bind(target);
        if (value.type() != KqlType.DYNAMIC) {
            throw EXPECTED_TYPE
                    .at(target.span(), KqlType.DYNAMIC, value.type())
                    .withHint("only dynamic values have members; parse_json() makes one of a text")
                    .toException();
        }
        return scalars.call(ACCESS, span, List.of(value, key), List.of(target.span(), keySpan));
    }
}
