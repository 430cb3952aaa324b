package io.adxflow.cli;

import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.AdxType;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CatalogResult;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.CatalogView;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.ExternalData;
import io.adxflow.kql.language.ExternalTable;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.language.StoredFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that a cluster shows, for looking at how a query would be compiled. No rows are behind it. */
final class ShownCatalog implements Catalog {
    private final Map<String, List<Column>> tables = new LinkedHashMap<>();

    /** @param shown the answer of {@code .show database schema} */
    ShownCatalog(AdxResult shown) {
        for (int i = 0; i < shown.rows().size(); i++) {
            if (!shown.text(i, "ColumnName").isEmpty()) {
                AdxType type = AdxType.named(shown.text(i, "ColumnType"));
                tables.computeIfAbsent(shown.text(i, "TableName"), name -> new ArrayList<>())
                        .add(new Column(
                                shown.text(i, "ColumnName"),
                                KqlType.named(type.kql()).orElseThrow()));
            }
        }
    }

    @Override
    public Optional<CatalogTable> table(String name) {
        return Optional.ofNullable(tables.get(name))
                .map(columns -> new CatalogTable(name, new Schema(columns), "\"" + name.replace("\"", "\"\"") + "\""));
    }

    @Override
    public List<String> tableNames() {
        return List.copyOf(tables.keySet());
    }

    @Override
    public Optional<StoredFunction> function(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> functionNames() {
        return List.of();
    }

    @Override
    public List<String> viewNames() {
        return List.of();
    }

    @Override
    public Optional<CatalogView> view(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<CatalogResult> result(String name, String principal) {
        return Optional.empty();
    }

    @Override
    public Optional<ExternalTable> externalTable(String name, String mapping) {
        return Optional.empty();
    }

    @Override
    public Optional<Catalog> database(String name) {
        return Optional.empty();
    }

    @Override
    public CatalogTable external(ExternalData data) {
        return new CatalogTable("externaldata", data.schema(), "\"externaldata\"");
    }

    @Override
    public String cursor() {
        return "";
    }

    @Override
    public List<List<String>> preliminary(String sql) {
        return List.of();
    }
}
