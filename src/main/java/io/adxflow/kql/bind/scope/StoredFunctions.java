package io.adxflow.kql.bind.scope;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CatalogView;
import io.adxflow.kql.language.StoredFunction;
import io.adxflow.kql.syntax.Parser;
import io.adxflow.kql.syntax.tree.Query;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.Optional;

/** Functions of the database, read as if the query had declared them outermost. */
public final class StoredFunctions {
    private StoredFunctions() {}

    public static Optional<Symbol> find(Session session, String name, Span span) {
        return find(session, session.catalog(), name, span);
    }

    /** A function, or a materialized view, which can be called as one. */
    public static Optional<Symbol> find(Session session, Catalog home, String name, Span span) {
        return home.function(name)
                .<Symbol>map(function -> declared(function, home))
                .or(() -> home.view(name).map(view -> view(session, view, span)));
    }

    private static Symbol view(Session session, CatalogView view, Span span) {
        return new RowSecurity(session)
                .applied(view.whole().name(), view.policy(), span)
                .map(policy -> declared(policy.query(), policy.inside()))
                .orElseGet(() -> declared(view.whole(), view.home()));
    }

    public static Symbol.Function declared(StoredFunction function, Catalog home) {
        String text = "let f = " + function.parameters() + " " + function.body() + "; print 0";
        Query query = Parser.parse(new SourceText(function.name(), text));
        Statement.LetFunction let = (Statement.LetFunction) query.statements().get(0);
        return new Symbol.Function(
                function.name(), let.parameters(), let.body(), Scope.outermost(), Symbol.Visibility.STORED, home);
    }
}
