package io.adxflow.emulator.command.policy;

import static io.adxflow.emulator.command.language.CommandProblem.UPDATE_QUERY_TABLE;
import static io.adxflow.kql.language.KqlProblem.ROW_POLICY_BLOCKED;

import io.adxflow.base.diagnostic.Problem;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.GuardedCatalog;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.store.ContinuousExport;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.Kql;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a row-level security policy can be set: its query answers the columns of the table, and nothing keeps or passes on
 * rows of the table that the policy would hide.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/row-level-security-policy#limitations">Limitations</a>
 */
record RowSecurityCheck(CommandContext context, Snapshot snapshot, PolicyPlace place) {
    private static final Map<String, String> BLOCKED = Map.of("request_block_row_level_security", "true");
    private static final Map<String, String> FORCED = Map.of("query_force_row_level_security", "true");
    private static final String ALLOWING_VIEWS = "allowMaterializedViewsWithoutRowLevelSecurity";

    void require(Table table, String policy) {
        Table next = PolicyTarget.with(table, place.kind(), policy);
        Catalog trial = snapshot.holding(next);
        requireColumns(table.name(), table.schema(), trial);
        if (!place.kind().isOn(next)) {
            return;
        }
        if (PolicyKind.RESTRICTED_VIEW_ACCESS.isOn(table)) {
            throw place.unfit(
                    "the policy restricted_view_access of table '" + table.name() + "' is on",
                    "a table has one of the two policies");
        }
        requireNoUpdate(next, trial);
        requireNoExport(next, trial);
        boolean areViewsAllowed = place.kind()
                .text(next.policies(), ALLOWING_VIEWS)
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        if (!areViewsAllowed) {
            requireNoView(next, trial);
        }
    }

    void require(MaterializedView view, String policy) {
        Table storage = snapshot.database().tables().get(view.storage());
        Schema schema = schema(snapshot.catalog(), view.name(), Map.of());
        requireColumns(view.name(), schema, snapshot.holding(PolicyTarget.with(storage, place.kind(), policy)));
    }

    private void requireColumns(String name, Schema expected, Catalog trial) {
        try {
            Schema found = schema(trial, name, FORCED);
            if (!found.equals(expected)) {
                throw place.unfit(
                        "its query answers other columns than '" + name + "' has: " + found,
                        "columns, types and order stay as they are: " + expected);
            }
        } catch (UserException e) {
            if (e.diagnostics().get(0).problem() instanceof CommandProblem) {
                throw e;
            }
            throw place.unfit(
                    "its query is wrong: " + UpdateQuery.reason(e),
                    "the query starts with '" + name + "' and reads no other database");
        }
    }

    private Schema schema(Catalog catalog, String name, Map<String, String> options) {
        Catalog readable = GuardedCatalog.of(catalog, context.access(), snapshot.database(), context.store()::database);
        return compiled(readable, "['" + name.replace("'", "\\'") + "']", options);
    }

    private Schema compiled(Catalog catalog, String query, Map<String, String> options) {
        QueryContext own =
                new QueryContext(context.store().now(), Map.of(), context.databaseName(), "localhost", "", options);
        return Kql.compile(new SourceText("query", query), catalog, own)
                .results()
                .get(0)
                .schema();
    }

    /** The query of an update policy runs for nobody in particular. */
    private void requireNoUpdate(Table next, Catalog trial) {
        Database database = snapshot.database().with(next);
        for (Table target : database.tables().values()) {
            for (UpdatePolicy policy : UpdatePolicy.of(target)) {
                if (policy.isEnabled() && isRead(next, policy, target, trial, database)) {
                    throw place.unfit(
                            "the update policy of table '" + target.name() + "' reads table '" + next.name() + "'",
                            "that would need a managed identity, which the emulator does not have");
                }
            }
        }
    }

    private boolean isRead(Table next, UpdatePolicy policy, Table target, Catalog trial, Database database) {
        if (policy.reads(next.name())) {
            return true;
        }
        return database.tables().values().stream()
                .filter(source -> policy.reads(source.name()))
                .map(source ->
                        new UpdateStep(UpdateStep.Part.of(source), UpdateStep.Part.of(target), policy, List.of()))
                .anyMatch(step ->
                        isRefused(UPDATE_QUERY_TABLE, () -> UpdateQuery.compile(context, database, trial, step)));
    }

    private void requireNoExport(Table next, Catalog trial) {
        for (ContinuousExport export : snapshot.database().entities().exports().values()) {
            boolean isRead = export.definition().facts().contains(next.name())
                    || isRefused(
                            ROW_POLICY_BLOCKED,
                            () -> compiled(trial, export.definition().query(), BLOCKED));
            if (isRead) {
                throw place.unfit(
                        "the continuous export '" + export.name() + "' reads table '" + next.name() + "'",
                        "drop the continuous export before");
            }
        }
    }

    /** Rows that a view has seen are in it for everybody, unless it has a policy of its own. */
    private void requireNoView(Table next, Catalog trial) {
        Database database = snapshot.database();
        for (MaterializedView view : database.entities().views().values()) {
            Optional<Table> storage = database.table(view.storage());
            boolean isProtected = storage.filter(place.kind()::isOn).isPresent();
            boolean isRead = view.source().equals(next.name())
                    || isRefused(
                            ROW_POLICY_BLOCKED,
                            () -> compiled(trial, view.definition().query(), BLOCKED));
            if (isRead && !isProtected) {
                throw place.unfit(
                        "materialized view '" + view.name() + "' reads table '" + next.name()
                                + "' and has no such policy",
                        "enable one for the view before, or write: enable with (" + ALLOWING_VIEWS + " = true)");
            }
        }
    }

    private static boolean isRefused(Problem problem, Runnable work) {
        try {
            work.run();
            return false;
        } catch (UserException e) {
            return e.diagnostics().stream().anyMatch(diagnostic -> diagnostic.problem() == problem);
        }
    }
}
