package io.adxflow.kql.bind;

import io.adxflow.kql.bind.scalar.QueryParameters;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.bind.scalar.Tabularity;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.List;
import java.util.Optional;

/** Declares what the statements before a result introduce. */
final class StatementBinder implements Statement.Visitor<Optional<Expression>> {
    private final Session session;
    private final Scope scope;

    StatementBinder(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    /** The expressions among the statements, in order: the results of a query. */
    List<Expression> bindAll(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.accept(this).stream())
                .toList();
    }

    @Override
    public Optional<Expression> letValue(Statement.LetValue let) {
        Symbol symbol = session.problems().attempt(() -> value(let.value())).orElseGet(Symbol.Broken::new);
        declare(let.name(), symbol);
        return Optional.empty();
    }

    private Symbol value(Expression value) {
        return Tabularity.isTable(value, session, scope)
                ? Symbol.Table.of(session.tables(scope.withoutRows()).bind(value))
                : new Symbol.Value(ScalarBinder.constants(session, scope).bind(value));
    }

    @Override
    public Optional<Expression> letFunction(Statement.LetFunction let) {
        declare(
                let.name(),
                new Symbol.Function(
                        let.name().text(),
                        let.parameters(),
                        let.body(),
                        scope,
                        Symbol.Visibility.PLAIN,
                        session.catalog()));
        return Optional.empty();
    }

    @Override
    public Optional<Expression> letView(Statement.LetView let) {
        declare(
                let.name(),
                new Symbol.Function(
                        let.name().text(),
                        let.parameters(),
                        let.body(),
                        scope,
                        Symbol.Visibility.VIEW,
                        session.catalog()));
        return Optional.empty();
    }

    private void declare(Expression.Name name, Symbol symbol) {
        session.problems().attempt(() -> {
            scope.declare(name, symbol);
            return symbol;
        });
    }

    @Override
    public Optional<Expression> setOption(Statement.SetOption set) {
        String name = set.option().text();
        Optional<Scalar> value = set.value().flatMap(expression -> session.problems()
                .attempt(() -> ScalarBinder.constants(session, scope).bind(expression)));
        value.ifPresent(scalar -> session.optionValues().put(name, scalar));
        session.options()
                .put(
                        name,
                        value.flatMap(Scalars::constant).map(Object::toString).orElse("true"));
        return Optional.empty();
    }

    @Override
    public Optional<Expression> declareQueryParameters(Statement.DeclareQueryParameters declare) {
        declare.parameters()
                .forEach(parameter -> declare(
                        parameter.name(),
                        session.problems()
                                .<Symbol>attempt(() -> new Symbol.Value(new QueryParameters(session).value(parameter)))
                                .orElseGet(Symbol.Broken::new)));
        return Optional.empty();
    }

    @Override
    public Optional<Expression> expression(Statement.ExpressionStatement statement) {
        return Optional.of(statement.expression());
    }
}
