package io.adxflow.kql.bind.scope;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.StoredFunction;
import io.adxflow.kql.syntax.Parser;
import io.adxflow.kql.syntax.tree.Query;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.Optional;

/** Functions of the database, read as if the query had declared them outermost. */
public final class StoredFunctions {
    private StoredFunctions() {}

    public static Optional<Symbol> find(Session session, String name) {
        return find(session.catalog(), name);
    }

    public static Optional<Symbol> find(Catalog home, String name) {
        return home.function(name).map(function -> declared(function, home));
    }

    public static Symbol.Function declared(StoredFunction function, Catalog home) {
        String text = "let f = " + function.parameters() + " " + function.body() + "; print 0";
        Query query = Parser.parse(new SourceText(function.name(), text));
        Statement.LetFunction let = (Statement.LetFunction) query.statements().get(0);
        return new Symbol.Function(
                function.name(), let.parameters(), let.body(), Scope.outermost(), Symbol.Visibility.STORED, home);
    }
}
