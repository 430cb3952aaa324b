package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.KEY_TYPES_DIFFER;
import static io.adxflow.kql.language.KqlProblem.NOT_AN_EQUALITY;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_COLUMN;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.scalar.Conversion;
import io.adxflow.kql.bind.scope.Problems;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.JoinKey;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.BinaryOperator;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions of a join: names of columns of both sides, and equalities of {@code $left} and {@code $right} columns. */
final class JoinConditions {
    private final Frame frame;
    private final Header left;
    private final Header right;

    JoinConditions(Frame frame, Header left, Header right) {
        this.frame = frame;
        this.left = left;
        this.right = right;
    }

    List<JoinKey> keys(List<Expression> conditions) {
        List<Expression> simple = new ArrayList<>();
        conditions.forEach(condition -> split(condition, simple));
        return Problems.all(simple, this::key);
    }

    private static void split(Expression condition, List<Expression> simple) {
        if (condition instanceof Expression.Binary binary && binary.operator() == BinaryOperator.AND) {
            split(binary.left(), simple);
            split(binary.right(), simple);
        } else {
            simple.add(condition);
        }
    }

    private JoinKey key(Expression condition) {
        if (condition instanceof Expression.Name name) {
            return key(field(left, name, "left columns"), field(right, name, "right columns"), name.span());
        }
        if (condition instanceof Expression.Binary binary && binary.operator() == BinaryOperator.EQUAL) {
            Optional<Field> first = side(binary.left(), "$left", left).or(() -> side(binary.right(), "$left", left));
            Optional<Field> second =
                    side(binary.right(), "$right", right).or(() -> side(binary.left(), "$right", right));
            if (first.isPresent() && second.isPresent()) {
                return key(first.get(), second.get(), binary.span());
            }
        }
        throw NOT_AN_EQUALITY
                .at(condition.span())
                .withHint("$left.a == $right.b")
                .toException();
    }

    private Optional<Field> side(Expression expression, String side, Header header) {
        return expression instanceof Expression.Member member
                        && member.target() instanceof Expression.Name name
                        && name.text().equals(side)
                ? Optional.of(field(header, member.member(), side + " columns"))
                : Optional.empty();
    }

    private Field field(Header header, Expression.Name name, String what) {
        Field field = header.field(name.text()).orElseThrow(() -> unknown(header, name, what));
        if (frame.session().isBroken(field)) {
            throw Problems.silent();
        }
        return field;
    }

    private static UserException unknown(Header header, Expression.Name name, String what) {
        return UNKNOWN_COLUMN
                .at(name.span(), name.text())
                .withHint(Suggestion.hint(name.text(), what, header.names()))
                .toException();
    }

    private static JoinKey key(Field left, Field right, Span span) {
        KqlType type = Conversion.common(List.of(left.type(), right.type()))
                .filter(common -> left.type() != KqlType.DYNAMIC && right.type() != KqlType.DYNAMIC)
                .orElseThrow(() -> KEY_TYPES_DIFFER
                        .at(span, left.type(), right.type())
                        .withHint("a conversion in an extend before the join makes them one; dynamic is no key")
                        .toException());
        Scalar a = Conversion.to(type, left.reference());
        Scalar b = Conversion.to(type, right.reference());
        return new JoinKey(a, b);
    }
}
