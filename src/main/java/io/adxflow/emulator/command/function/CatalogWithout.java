package io.adxflow.emulator.command.function;

import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CatalogResult;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.CatalogView;
import io.adxflow.kql.language.ExternalData;
import io.adxflow.kql.language.ExternalTable;
import io.adxflow.kql.language.StoredFunction;
import java.util.List;
import java.util.Optional;

/** A catalog in which one function is missing: the one that is being made. */
record CatalogWithout(Catalog catalog, String missing) implements Catalog {
    @Override
    public Optional<CatalogTable> table(String name) {
        return catalog.table(name);
    }

    @Override
    public List<String> tableNames() {
        return catalog.tableNames();
    }

    @Override
    public Optional<StoredFunction> function(String name) {
        return name.equals(missing) ? Optional.empty() : catalog.function(name);
    }

    @Override
    public List<String> functionNames() {
        return catalog.functionNames().stream()
                .filter(name -> !name.equals(missing))
                .toList();
    }

    @Override
    public List<String> viewNames() {
        return catalog.viewNames().stream()
                .filter(name -> !name.equals(missing))
                .toList();
    }

    @Override
    public Optional<CatalogView> view(String name) {
        return catalog.view(name);
    }

    @Override
    public Optional<CatalogResult> result(String name, String principal) {
        return catalog.result(name, principal);
    }

    @Override
    public Optional<ExternalTable> externalTable(String name, String mapping) {
        return catalog.externalTable(name, mapping);
    }

    @Override
    public Optional<Catalog> database(String name) {
        return catalog.database(name);
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
