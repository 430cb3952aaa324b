package io.adxflow.emulator.command.language;

import io.adxflow.emulator.store.Database;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CatalogResult;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.CatalogView;
import io.adxflow.kql.language.ExternalData;
import io.adxflow.kql.language.ExternalTable;
import io.adxflow.kql.language.RowPolicy;
import io.adxflow.kql.language.StoredFunction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A catalog of which somebody may not read everything. Whatever a query reads it must ask its catalog for, by a function, by a
 * wildcard or in another database; so this is where reading is refused.
 */
public record GuardedCatalog(
        Catalog catalog, Access access, Database database, Function<String, Optional<Database>> databases)
        implements Catalog {
    /** The catalog itself for those who may do everything. */
    public static Catalog of(
            Catalog catalog, Access access, Database database, Function<String, Optional<Database>> databases) {
        return access.isChecked() ? new GuardedCatalog(catalog, access, database, databases) : catalog;
    }

    @Override
    public Optional<CatalogTable> table(String name) {
        Optional<CatalogTable> table = catalog.table(name);
        boolean isStored = table.isPresent() && database.table(name).isPresent();
        if (isStored) {
            access.require(Right.READ, database);
        }
        if (isStored && PolicyKind.RESTRICTED_VIEW_ACCESS.isOn(database.tables().get(name))) {
            access.require(Right.READ_RESTRICTED, database);
        }
        return table.map(found -> found.withPolicy(found.policy().map(this::guarded)));
    }

    private RowPolicy guarded(RowPolicy policy) {
        return policy.in(of(policy.inside(), access, database, databases));
    }

    @Override
    public List<String> tableNames() {
        return catalog.tableNames();
    }

    @Override
    public Optional<StoredFunction> function(String name) {
        return catalog.function(name);
    }

    @Override
    public List<String> functionNames() {
        return catalog.functionNames();
    }

    @Override
    public List<String> viewNames() {
        return catalog.viewNames();
    }

    @Override
    public Optional<CatalogView> view(String name) {
        Optional<CatalogView> view = catalog.view(name);
        view.ifPresent(found -> access.require(Right.READ, database));
        return view.map(found -> found.at(of(found.home(), access, database, databases), this::guarded));
    }

    @Override
    public Optional<CatalogResult> result(String name, String principal) {
        return catalog.result(name, principal);
    }

    @Override
    public Optional<ExternalTable> externalTable(String name, String mapping) {
        Optional<ExternalTable> table = catalog.externalTable(name, mapping);
        if (table.isPresent()) {
            access.require(Right.READ, database);
        }
        return table;
    }

    @Override
    public Optional<Catalog> database(String name) {
        return catalog.database(name).map(other -> databases
                .apply(name)
                .map(state -> of(other, access, state, databases))
                .orElse(other));
    }

    @Override
    public CatalogTable external(ExternalData data) {
        return catalog.external(data);
    }

    @Override
    public String cursor() {
        return catalog.cursor();
    }

    @Override
    public List<List<String>> preliminary(String sql) {
        return catalog.preliminary(sql);
    }
}
