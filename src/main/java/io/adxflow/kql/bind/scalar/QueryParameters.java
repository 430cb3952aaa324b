package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.INVALID_VALUE;
import static io.adxflow.kql.language.KqlProblem.MISSING_PARAMETER;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.Parser;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.FunctionParameter;
import io.adxflow.kql.syntax.tree.NamedExpression;
import io.adxflow.kql.syntax.tree.Query;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.Optional;

/** The values of {@code declare query_parameters}: those of the request, read as constants and never as query text. */
public final class QueryParameters {
    private final Session session;

    public QueryParameters(Session session) {
        this.session = session;
    }

    public Scalar value(FunctionParameter.Scalar parameter) {
        String name = parameter.name().text();
        String given = session.context().parameters().get(name);
        if (given != null) {
            return given(parameter, given);
        }
        Expression value = parameter.defaultValue().orElseThrow(() -> MISSING_PARAMETER
                .at(parameter.span(), name)
                .withHint("the request gives it, or the declaration a default")
                .toException());
        return ScalarBinder.constants(session, Scope.outermost()).bindAs(parameter.type(), value);
    }

    private Scalar given(FunctionParameter.Scalar parameter, String text) {
        Optional<Expression.Literal> literal = literal(text);
        if (parameter.type() == KqlType.STRING) {
            String value = literal.filter(found -> found.type() == KqlType.STRING)
                    .flatMap(Expression.Literal::value)
                    .map(Object::toString)
                    .orElse(text);
            return Scalar.Constant.of(KqlType.STRING, value);
        }
        return literal.or(() -> literal(parameter.type() + "(" + text + ")"))
                .map(found -> ScalarBinder.constants(session, Scope.outermost()).literal(found))
                .filter(found ->
                        Conversion.distance(found.type(), parameter.type()).isPresent()
                                || parameter.type() == KqlType.INT && found.type() == KqlType.LONG)
                .map(found -> converted(found, parameter.type()))
                .orElseThrow(() -> INVALID_VALUE
                        .at(parameter.span(), text, parameter.type())
                        .toException());
    }

    private static Scalar converted(Scalar value, KqlType type) {
        return type == KqlType.INT
                ? Scalar.Constant.of(type, ((Number) Scalars.constant(value).orElseThrow()).intValue())
                : Conversion.to(type, value);
    }

    /** Text that is one literal. */
    static Optional<Expression.Literal> literal(String text) {
        try {
            Query query = Parser.parse(new SourceText("parameter", "print " + text));
            return query.statements().size() == 1 ? literal(query.statements().get(0)) : Optional.empty();
        } catch (UserException notAnExpression) {
            return Optional.empty();
        }
    }

    private static Optional<Expression.Literal> literal(Statement statement) {
        if (statement instanceof Statement.ExpressionStatement expression
                && expression.expression() instanceof Expression.Pipe pipe
                && pipe.operators().size() == 1
                && pipe.operators().get(0) instanceof ExpandOperator.Print print
                && print.columns().size() == 1) {
            NamedExpression column = print.columns().get(0);
            return column.names().isEmpty() && column.value() instanceof Expression.Literal literal
                    ? Optional.of(literal)
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
