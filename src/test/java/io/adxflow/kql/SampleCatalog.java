package io.adxflow.kql;

import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CatalogResult;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.CatalogView;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.ExternalData;
import io.adxflow.kql.language.ExternalDataException;
import io.adxflow.kql.language.ExternalPart;
import io.adxflow.kql.language.ExternalTable;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.RowPolicy;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.language.StoredFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A database with two small tables and one function, which the cases may query. */
final class SampleCatalog implements Catalog {
    /** The rows of the tables, as DuckDB statements. */
    static final List<String> DDL = List.of(
            "CREATE TABLE storms (c0 VARCHAR, c1 VARCHAR, c2 BIGINT, c3 BIGINT,"
                    + " x_extent UUID, x_tags VARCHAR, x_ingested BIGINT, x_cursor BIGINT)",
            "INSERT INTO storms VALUES ('OHIO', 'Flood', 1, 633979008000000000,"
                    + " '00000000-0000-0000-0000-00000000000a', '[\"first\"]', 638000000000000000, 1), ('TEXAS', 'Hail',"
                    + " 0, 633979872000000000, '00000000-0000-0000-0000-00000000000a', '[\"first\"]', 638000000000000000,"
                    + " 1), ('TEXAS', 'Flood', 7, 633980736000000000, '00000000-0000-0000-0000-00000000000b', '[]', NULL,"
                    + " 2), ('', 'Tornado', NULL, NULL, '00000000-0000-0000-0000-00000000000b', '[]', NULL, 2)",
            "CREATE TABLE states (c0 VARCHAR, c1 VARCHAR, x_extent UUID, x_tags VARCHAR, x_ingested BIGINT,"
                    + " x_cursor BIGINT)",
            "INSERT INTO states VALUES ('OHIO', 'Midwest', NULL, '[]', NULL, 3), ('TEXAS', 'South', NULL, '[]', NULL,"
                    + " 3)");

    private static final Map<String, CatalogTable> TABLES = Map.of(
            "Storms",
            new CatalogTable(
                    "Storms",
                    Schema.of(
                            new Column("State", KqlType.STRING),
                            new Column("EventType", KqlType.STRING),
                            new Column("Deaths", KqlType.LONG),
                            new Column("StartTime", KqlType.DATETIME)),
                    "storms"),
            "States",
            new CatalogTable(
                    "States",
                    Schema.of(new Column("State", KqlType.STRING), new Column("Region", KqlType.STRING)),
                    "states"));

    private static final Map<String, String> SECURED =
            Map.of("Southern", "States | where Region == 'South'", "Narrow", "States | project State");

    private static final Map<String, StoredFunction> FUNCTIONS = Map.of(
            "Deadly", new StoredFunction("Deadly", "(least:long)", "{ Storms | where Deaths >= least }"),
            "Outdated", new StoredFunction("Outdated", "()", "{ Storms | where Injuries > 0 | extend x = Damage }"));

    private final Function<String, List<List<String>>> engine;

    SampleCatalog(Function<String, List<List<String>>> engine) {
        this.engine = engine;
    }

    @Override
    public Optional<CatalogTable> table(String name) {
        return Optional.ofNullable(TABLES.get(name))
                .or(() -> Optional.ofNullable(SECURED.get(name)).map(query -> secured(name, query)));
    }

    /** The states, as far as a row-level security query lets them be seen. */
    private CatalogTable secured(String name, String query) {
        Schema schema = TABLES.get("States").schema();
        RowPolicy policy = new RowPolicy(new StoredFunction(name, "()", "{" + query + "}"), this, true);
        return new CatalogTable(name, schema, "unreadable").withPolicy(Optional.of(policy));
    }

    @Override
    public List<String> tableNames() {
        return List.of("States", "Storms");
    }

    @Override
    public Optional<StoredFunction> function(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    @Override
    public List<String> functionNames() {
        return FUNCTIONS.keySet().stream().sorted().toList();
    }

    @Override
    public List<String> viewNames() {
        return List.of();
    }

    @Override
    public Optional<CatalogView> view(String name) {
        StoredFunction rows =
                new StoredFunction("Deaths_by_state", "()", "{ Storms | summarize Deaths = sum(Deaths) by State }");
        return name.equals(rows.name())
                ? Optional.of(new CatalogView(rows, rows, 0, this, Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    /** The rows of a table, and one that has expired. */
    @Override
    public Optional<CatalogResult> result(String name, String principal) {
        return switch (name) {
            case "Kept" -> Optional.of(new CatalogResult(TABLES.get("States"), Long.MAX_VALUE));
            case "Expired" -> Optional.of(new CatalogResult(TABLES.get("States"), 0));
            default -> Optional.empty();
        };
    }

    /** A table of two parts: visits of one country each. */
    @Override
    public Optional<ExternalTable> externalTable(String name, String mapping) {
        return name.equals("Visits") ? Optional.of(new Visits()) : Optional.empty();
    }

    private record Visits() implements ExternalTable {
        private static final List<String> ROWS = List.of("('start', 10, 'no')", "('end', 20, 'se')");

        @Override
        public Schema schema() {
            return Schema.of(
                    new Column("Page", KqlType.STRING),
                    new Column("Count", KqlType.LONG),
                    new Column("Country", KqlType.STRING));
        }

        @Override
        public List<ExternalPart> parts() {
            return List.of(part(0, "no"), part(1, "se"));
        }

        private static ExternalPart part(int number, String country) {
            return new ExternalPart(number, Map.of("Country", ExternalPart.Bounds.of(country)));
        }

        @Override
        public CatalogTable rows(List<ExternalPart> parts) {
            String rows =
                    parts.stream().map(part -> ", " + ROWS.get(part.number())).collect(Collectors.joining());
            return new CatalogTable(
                    "Visits",
                    schema(),
                    "(SELECT *, NULL AS x_extent, '[]' AS x_tags, NULL AS x_ingested, NULL AS x_cursor FROM (VALUES ('', 0, '')"
                            + rows + ") AS v(c0, c1, c2) WHERE c0 <> '')");
        }
    }

    @Override
    public Optional<Catalog> database(String name) {
        return name.equals("Samples") ? Optional.of(this) : Optional.empty();
    }

    /** One place has data. */
    @Override
    public CatalogTable external(ExternalData data) {
        String address = data.addresses().get(0);
        if (!address.equals("https://data.example/states.csv")) {
            throw new ExternalDataException(address, "nothing is there", "look elsewhere");
        }
        return new CatalogTable("externaldata", data.schema(), "states");
    }

    @Override
    public String cursor() {
        return "3";
    }

    @Override
    public List<List<String>> preliminary(String sql) {
        return engine.apply(sql);
    }
}
