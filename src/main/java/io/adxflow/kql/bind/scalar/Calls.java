package io.adxflow.kql.bind.scalar;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Expressions that stand for a call which is short for them; they stand where the call does. */
record Calls(Span span) {
    Expression call(String function, Expression... arguments) {
        List<NamedExpression> named = Stream.of(arguments)
                .map(argument -> new NamedExpression(argument.span(), List.of(), argument))
                .toList();
        return new Expression.Call(span, new Expression.Name(span, function), named);
    }

    Expression number(long value) {
        return new Expression.Literal(span, KqlType.LONG, Optional.of(value));
    }

    Expression text(String value) {
        return new Expression.Literal(span, KqlType.STRING, Optional.of(value));
    }

    Expression at(Expression target, Expression index) {
        return new Expression.Index(span, target, index);
    }
}
