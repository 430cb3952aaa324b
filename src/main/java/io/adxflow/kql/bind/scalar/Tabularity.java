package io.adxflow.kql.bind.scalar;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.bind.scope.StoredFunctions;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.FunctionParameter;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells tables from scalars, which KQL's grammar does not. */
public final class Tabularity {
    private static final Set<String> TABLE_FUNCTIONS = Set.of(
            "materialize",
            "table",
            "view",
            "totable",
            "externaldata",
            "materialized_view",
            "stored_query_result",
            "external_table");
    private static final Set<String> PLACES = Set.of("database", "cluster");

    private final Session session;
    private final Scope scope;
    private final Map<String, Boolean> local;

    private Tabularity(Session session, Scope scope, Map<String, Boolean> local) {
        this.session = session;
        this.scope = scope;
        this.local = local;
    }

    public static boolean isTable(Expression expression, Session session, Scope scope) {
        return new Tabularity(session, scope, Map.of()).of(expression);
    }

    /** Where columns can be meant too, which come first. */
    static boolean isTable(Expression expression, ScalarBinder scalars) {
        boolean isColumn = expression instanceof Expression.Name name
                && scalars.rows().field(name.text()).isPresent();
        return !isColumn && isTable(expression, scalars.session(), scalars.scope());
    }

    static boolean isTable(Symbol.Function function, Session session) {
        return session.in(function.home(), () -> isTableAtHome(function, session));
    }

    private static boolean isTableAtHome(Symbol.Function function, Session session) {
        Map<String, Boolean> local = new HashMap<>(Map.of(function.name(), false));
        function.parameters()
                .forEach(parameter -> local.put(parameter.name().text(), parameter instanceof FunctionParameter.Table));
        Tabularity inside = new Tabularity(session, function.scope(), local);
        for (Statement statement : function.body().statements()) {
            if (statement instanceof Statement.LetValue let) {
                local.put(let.name().text(), inside.of(let.value()));
            } else if (statement instanceof Statement.LetFunction let) {
                local.put(let.name().text(), inside.of(let.body().result()));
            }
        }
        return inside.of(function.body().result());
    }

    private boolean of(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return ofName(name.text());
        }
        if (expression instanceof Expression.Call call) {
            return TABLE_FUNCTIONS.contains(call.function().text())
                    || ofCall(call.function().text(), call.span());
        }
        if (expression instanceof Expression.Member member) {
            return member.target() instanceof Expression.Call call
                    && PLACES.contains(call.function().text());
        }
        return expression instanceof Expression.Pipe
                || expression instanceof Expression.Datatable
                || expression instanceof Expression.Externaldata
                || expression instanceof Expression.Wildcard
                || expression instanceof Expression.MemberCall;
    }

    private boolean ofName(String name) {
        if (local.containsKey(name)) {
            return local.get(name);
        }
        return scope.find(name)
                .map(this::ofSymbol)
                .orElseGet(() -> session.catalog().table(name).isPresent());
    }

    private boolean ofCall(String name, Span span) {
        if (local.containsKey(name)) {
            return local.get(name);
        }
        Optional<Symbol> symbol = scope.find(name).or(() -> StoredFunctions.find(session, name, span));
        return symbol.map(this::ofSymbol).orElse(false);
    }

    private boolean ofSymbol(Symbol symbol) {
        return symbol instanceof Symbol.Table
                || symbol instanceof Symbol.Function function && isTable(function, session);
    }
}
