package io.adxflow.emulator.command.policy;

import static io.adxflow.emulator.command.language.CommandProblem.UPDATE_QUERY_TABLE;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.PolicyKind;
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

/**
 * What the query of an update policy sees: its own database, where {@code $source_table} is the source. It sees no table whose
 * rows are not for everybody.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/update-policy#query-limitations">Query limitations</a>
 */
record UpdateCatalog(Catalog catalog, Database database, String source) implements Catalog {
    private static final String SOURCE = "$source_table";

    @Override
    public Optional<CatalogTable> table(String name) {
        String actual = name.equals(SOURCE) ? source : name;
        database.table(actual).filter(PolicyKind.RESTRICTED_VIEW_ACCESS::isOn).ifPresent(table -> {
            throw refused("table '" + actual + "', whose policy restricted_view_access is on");
        });
        database.table(actual).filter(PolicyKind.ROW_LEVEL_SECURITY::isOn).ifPresent(table -> {
            throw refused("table '" + actual + "', which has row-level security, without a managed identity");
        });
        return catalog.table(actual);
    }

    private static UserException refused(String what) {
        return UPDATE_QUERY_TABLE.at(Span.at(0), what).toException();
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
        view.flatMap(CatalogView::policy).filter(RowPolicy::isEnabled).ifPresent(policy -> {
            throw refused("view '" + name + "', which has row-level security, without a managed identity");
        });
        return view;
    }

    @Override
    public Optional<CatalogResult> result(String name, String principal) {
        throw refused("the stored query result '" + name + "'");
    }

    @Override
    public Optional<ExternalTable> externalTable(String name, String mapping) {
        throw refused("the external table '" + name + "'");
    }

    /** Another database would need a managed identity, which the emulator does not have. */
    @Override
    public Optional<Catalog> database(String name) {
        if (!name.equalsIgnoreCase(database.name())) {
            throw refused("database '" + name + "' without a managed identity");
        }
        return Optional.of(this);
    }

    @Override
    public CatalogTable external(ExternalData data) {
        throw refused("data from outside of the database");
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
