package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_DATABASE;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_EXPRESSION;
import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.List;

/** Where a qualified name looks: {@code database("d").}, {@code cluster("c").database("d").}. */
public final class Places {
    private final Session session;
    private final Scope scope;

    public Places(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    /** The catalog that a qualifier names. Every cluster name means this one: there is no other to ask. */
    public Catalog catalog(Expression qualifier) {
        if (qualifier instanceof Expression.Call call && call.function().text().equals("database")) {
            return database(call);
        }
        if (qualifier instanceof Expression.MemberCall member
                && member.call().function().text().equals("database")) {
            return database(member.call());
        }
        throw UNSUPPORTED_EXPRESSION
                .at(qualifier.span(), "this qualifier of a table")
                .toException();
    }

    private Catalog database(Expression.Call call) {
        Expression argument = onlyArgument(call);
        String name = text(argument);
        return session.catalog()
                .database(name)
                .orElseThrow(() -> UNKNOWN_DATABASE.at(argument.span(), name).toException());
    }

    public Expression onlyArgument(Expression.Call call) {
        List<Expression> arguments = CallBinder.positional(call);
        if (arguments.size() != 1) {
            throw WRONG_ARGUMENT_COUNT
                    .at(call.span(), call.function().text(), arguments.size() + " arguments")
                    .toException();
        }
        return arguments.get(0);
    }

    public String text(Expression expression) {
        return Scalars.text(ScalarBinder.constants(session, scope).bind(expression))
                .orElseThrow(() ->
                        EXPECTED_CONSTANT.at(expression.span(), "the name").toException());
    }
}
