package io.adxflow.kql.bind;

import io.adxflow.kql.bind.scope.Preliminary;
import io.adxflow.kql.bind.scope.RowSecurity;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.Visualization;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a query as written into bound relations, one for each result. */
public final class Binder {
    private final Session session;

    private Binder(Session session) {
        this.session = session;
    }

    /** A result of the query, under the name that it has or is given. */
    public record BoundResult(String name, Relation relation, Optional<Visualization> visualization) {}

    /** All results, and the request's options with what the query sets. */
    public record BoundQuery(List<BoundResult> results, Map<String, String> options, boolean comparesCursors) {
        public BoundQuery {
            results = List.copyOf(results);
            options = Map.copyOf(options);
        }
    }

    /**
     * Binds a query.
     *
     * @throws io.adxflow.base.diagnostic.UserException with every mistake of the query
     */
    public static BoundQuery bind(Query query, Catalog catalog, QueryContext context, Preliminary preliminary) {
        return new Binder(new Session(catalog, context, preliminary, RelationBinder::new)).bind(query);
    }

    private BoundQuery bind(Query query) {
        Scope scope = Scope.outermost();
        new RowSecurity(session).options(query.statements());
        List<Expression> expressions = session.tables(scope).declare(query.statements());
        List<BoundResult> results = new ArrayList<>();
        for (Expression expression : expressions) {
            session.problems()
                    .attempt(() -> new BranchBinder(session, scope).of(expression))
                    .orElse(List.of())
                    .forEach(branch -> bind(branch).ifPresent(results::add));
        }
        session.problems().throwIfAny(query.source());
        return new BoundQuery(results, session.options(), session.comparesCursors());
    }

    private Optional<BoundResult> bind(BranchBinder.Branch branch) {
        session.forgetVisualization();
        return session.problems()
                .attempt(branch.rows())
                .map(rows -> new BoundResult(branch.name(), rows, session.visualization()));
    }
}
