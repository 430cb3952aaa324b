package io.adxflow.emulator.command.policy;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.GuardedCatalog;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Catalog;
import java.util.List;
import java.util.Map;

/**
 * Whether update policies can be set on a table: their sources exist, whoever sets them may read what the queries read, and
 * what the queries answer fits the table by position and type. A policy that is switched off may be anything.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/update-policy">Update policy</a>
 */
record UpdateCheck(CommandContext context, Snapshot snapshot, PolicyPlace place) {
    void require(Table target, String policies) {
        for (Object entry : (List<?>) Json.read(policies)) {
            Map<?, ?> members = (Map<?, ?>) entry;
            requireText(members, "Source");
            requireText(members, "Query");
            requireNoIdentity(members);
            UpdatePolicy policy = UpdatePolicy.of(members);
            if (policy.isEnabled()) {
                sources(policy).forEach(source -> require(target, policy, source));
            }
        }
    }

    private void requireText(Map<?, ?> members, String name) {
        boolean isText = members.get(name) instanceof String text && !text.isBlank();
        if (!isText) {
            throw place.bad("'" + name + "' is no text");
        }
    }

    private void requireNoIdentity(Map<?, ?> members) {
        Object identity = members.get("ManagedIdentity");
        if (identity != null && !identity.equals("")) {
            throw place.unfit(
                    "the emulator has no managed identity '" + identity + "'",
                    "without one, a query reads its own database, and no table with row-level security");
        }
    }

    private List<Table> sources(UpdatePolicy policy) {
        Database database = snapshot.database();
        if (policy.isPattern()) {
            return database.tables().values().stream()
                    .filter(table -> policy.reads(table.name()) && !MaterializedView.isStorage(table.name()))
                    .toList();
        }
        return List.of(database.table(policy.source())
                .orElseThrow(() -> place.unfit(
                        "there is no table '" + policy.source() + "'", "make its 'Source' a table of the database")));
    }

    private void require(Table target, UpdatePolicy policy, Table source) {
        UpdateStep step = new UpdateStep(UpdateStep.Part.of(source), UpdateStep.Part.of(target), policy, List.of());
        if (!policy.isTransactional() && ZeroRetention.isOf(snapshot.database(), source)) {
            throw place.unfit("table '" + source.name() + "' keeps no rows", "\"IsTransactional\": true");
        }
        String found = types(step);
        String expected = UpdateQuery.types(target.schema());
        if (!found.equals(expected)) {
            throw place.unfit(
                    "its query answers (" + found + "), and the columns of table '" + target.name() + "' are ("
                            + expected + ")",
                    "end the query with a project of the columns of the table, in their order");
        }
    }

    private String types(UpdateStep step) {
        Catalog readable =
                GuardedCatalog.of(snapshot.catalog(), context.access(), snapshot.database(), context.store()::database);
        try {
            return UpdateQuery.types(UpdateQuery.compile(context, snapshot.database(), readable, step)
                    .schema());
        } catch (UserException e) {
            throw place.unfit(
                    "its query over table '" + step.source().name() + "' is wrong: " + UpdateQuery.reason(e),
                    "a query reads tables of its own database, and the source by its plain name");
        }
    }
}
