package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.DatabaseFunction;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CatalogResult;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.CatalogView;
import io.adxflow.kql.language.ExternalData;
import io.adxflow.kql.language.ExternalTable;
import io.adxflow.kql.language.RowPolicy;
import io.adxflow.kql.language.StoredFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What queries of one database see. */
record DuckDbCatalog(
        Database state,
        Map<String, Database> states,
        Map<String, CatalogTable> added,
        Function<Table, CatalogTable> shape,
        Reading reading,
        Function<String, List<List<String>>> texts,
        Function<ExternalData, CatalogTable> externals,
        BiFunction<io.adxflow.emulator.store.ExternalTable, String, ExternalTable> outside)
        implements Catalog {
    @Override
    public Optional<CatalogTable> table(String name) {
        return Optional.ofNullable(added.get(name))
                .or(() -> state.table(name).filter(table -> reading.sees(name)).map(this::allowed));
    }

    /** As far as its policy lets it be read. */
    private CatalogTable allowed(Table table) {
        if (reading.isExempt(table.name())) {
            return shown(table, Optional.empty());
        }
        return shown(table, RowPolicies.of(table.policies(), table.name(), inside(table.name(), false)));
    }

    private CatalogTable shown(Table table, Optional<RowPolicy> policy) {
        CatalogTable rows = shape.apply(table).withPolicy(policy);
        boolean isHeld = policy.filter(RowPolicy::isEnabled).isPresent();
        return isHeld ? rows.unreadable(RowPolicies.UNREADABLE) : rows;
    }

    private Catalog inside(String name, boolean isPart) {
        return reading(Reading.ofPolicy(name, isPart));
    }

    private DuckDbCatalog reading(Reading next) {
        return new DuckDbCatalog(state, states, added, shape, next, texts, externals, outside);
    }

    /** All rows of a table. */
    static CatalogTable whole(Table table) {
        return new CatalogTable(table.name(), table.schema(), Relations.of(table), false, table.isTimed());
    }

    /** All rows, those of one table numbered. */
    static Function<Table, CatalogTable> numbered(String name) {
        return table -> table.name().equals(name)
                ? new CatalogTable(name, table.schema(), Relations.numbered(table), true, table.isTimed())
                : whole(table);
    }

    /** All rows, and of some tables those that came in between two cursors. */
    static Function<Table, CatalogTable> ingested(List<String> names, long after, long until) {
        return table -> {
            CatalogTable whole = whole(table);
            String rows = "(SELECT * FROM " + whole.relation() + " WHERE x_cursor > " + after + " AND x_cursor <= "
                    + until + ")";
            return names.isEmpty() || names.contains(table.name())
                    ? new CatalogTable(table.name(), table.schema(), rows, false, table.isTimed())
                    : whole;
        };
    }

    @Override
    public List<String> tableNames() {
        return state.tables().values().stream()
                .filter(table -> !table.isHidden())
                .map(Table::name)
                .toList();
    }

    @Override
    public Optional<StoredFunction> function(String name) {
        return Optional.ofNullable(state.entities().functions().get(name)).map(DatabaseFunction::function);
    }

    @Override
    public List<String> viewNames() {
        return state.entities().functions().values().stream()
                .filter(DatabaseFunction::isView)
                .map(DatabaseFunction::name)
                .toList();
    }

    @Override
    public Optional<CatalogView> view(String name) {
        return Optional.ofNullable(state.entities().views().get(name)).map(this::shown);
    }

    private CatalogView shown(MaterializedView view) {
        boolean isWhole = reading.isWhole(view.name());
        Map<String, String> policies = isWhole
                ? Map.of()
                : state.table(view.storage()).map(Table::policies).orElse(Map.of());
        return new CatalogView(
                view.materializedRows(),
                isWhole && reading.isPart() ? view.materializedRows() : view.allRows(),
                view.lastRun(),
                reading(Reading.ofView(view)),
                RowPolicies.of(policies, view.name(), inside(view.name(), false)),
                RowPolicies.of(policies, view.name(), inside(view.name(), true)));
    }

    @Override
    public List<String> functionNames() {
        return List.copyOf(state.entities().functions().keySet());
    }

    @Override
    public Optional<CatalogResult> result(String name, String principal) {
        return state.entities()
                .result(name, principal)
                .map(result -> new CatalogResult(whole(result.table()), result.expiresOn()));
    }

    @Override
    public Optional<ExternalTable> externalTable(String name, String mapping) {
        return Optional.ofNullable(state.entities().externals().get(name)).map(table -> outside.apply(table, mapping));
    }

    /** The query of a policy reads no other database. */
    @Override
    public Optional<Catalog> database(String name) {
        if (reading.whole().isPresent()) {
            return name.equalsIgnoreCase(state.name()) ? Optional.of(this) : Optional.empty();
        }
        return Optional.ofNullable(states.get(name))
                .map(other -> new DuckDbCatalog(
                        other, states, Map.of(), DuckDbCatalog::whole, Reading.OUTSIDE, texts, externals, outside));
    }

    @Override
    public CatalogTable external(ExternalData data) {
        return externals.apply(data);
    }

    @Override
    public String cursor() {
        return Long.toString(state.cursor());
    }

    @Override
    public List<List<String>> preliminary(String sql) {
        return texts.apply(sql);
    }
}
