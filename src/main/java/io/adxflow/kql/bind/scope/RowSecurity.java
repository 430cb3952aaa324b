package io.adxflow.kql.bind.scope;

import static io.adxflow.kql.language.KqlProblem.BAD_ROW_POLICY;
import static io.adxflow.kql.language.KqlProblem.ROW_POLICY_BLOCKED;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.RowPolicy;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the query of a row-level security policy in the place of a table. The query is bound where nothing of the query around
 * it can be seen, and its rows are computed before anything around it sees one.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/row-level-security-policy">Row level security policy</a>
 */
public record RowSecurity(Session session) {
    private static final String FORCE = "query_force_row_level_security";
    private static final String BLOCK = "request_block_row_level_security";
    private static final Set<String> OPTIONS = Set.of(FORCE, BLOCK);

    /** What the statements say of row-level security, wherever they stand. */
    public void options(List<Statement> statements) {
        Tables tables = session.tables(Scope.outermost());
        for (Statement statement : statements) {
            if (statement instanceof Statement.SetOption set
                    && OPTIONS.contains(set.option().text())) {
                tables.declare(List.of(set));
            }
        }
    }

    /** The policy of a table or view that holds for this request. */
    public Optional<RowPolicy> applied(String name, Optional<RowPolicy> policy, Span span) {
        boolean isForced = isOn(FORCE);
        Optional<RowPolicy> held = policy.filter(one -> one.isEnabled() || isForced);
        held.ifPresent(one -> {
            if (isOn(BLOCK)) {
                throw ROW_POLICY_BLOCKED.at(span, name).toException();
            }
            session.policyOf().ifPresent(outer -> {
                throw BAD_ROW_POLICY
                        .at(span, outer, "reads '" + name + "', which has row-level security too")
                        .toException();
            });
        });
        return held;
    }

    private boolean isOn(String option) {
        return "true".equalsIgnoreCase(session.options().get(option));
    }

    /** @param span of the name of the table */
    public Relation rows(CatalogTable table, RowPolicy policy, Span span) {
        Expression.Name name = new Expression.Name(span, table.name());
        Scope alone = Scope.outermost();
        alone.declare(name, StoredFunctions.declared(policy.query(), policy.inside()));
        Relation rows =
                session.inPolicyOf(table.name(), () -> session.tables(alone).bind(name));
        if (!rows.header().schema().equals(table.schema())) {
            throw BAD_ROW_POLICY
                    .at(
                            span,
                            table.name(),
                            "answers other columns than the table has: "
                                    + rows.header().schema())
                    .toException();
        }
        Relation allowed = new Relation.Limit(rows, Scalar.Constant.of(KqlType.LONG, Long.MAX_VALUE));
        session.nameRows(allowed, table.name());
        return allowed;
    }
}
