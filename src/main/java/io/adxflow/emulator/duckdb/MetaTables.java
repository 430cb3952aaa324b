package io.adxflow.emulator.duckdb;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.MappingName;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of the tables in which the states of the databases are kept, and their texts. */
final class MetaTables {
    static final List<String> DEFINITIONS = List.of(
            "CREATE SCHEMA IF NOT EXISTS meta",
            "CREATE SCHEMA IF NOT EXISTS data",
            "CREATE TABLE IF NOT EXISTS meta.databases (name VARCHAR, cursor BIGINT, policies VARCHAR)",
            """
            CREATE TABLE IF NOT EXISTS meta.tables (id UUID, database VARCHAR, name VARCHAR, columns VARCHAR, folder VARCHAR,
              docstring VARCHAR, hidden BOOLEAN, policies VARCHAR, mappings VARCHAR)""",
            """
            CREATE TABLE IF NOT EXISTS meta.extents (id UUID, table_id UUID, segment BIGINT, columns VARCHAR,
              rows BIGINT, bytes BIGINT, timed BOOLEAN, tags VARCHAR, min_created BIGINT, max_created BIGINT,
              ingested BIGINT)""",
            "ALTER TABLE meta.databases ADD COLUMN IF NOT EXISTS entities VARCHAR DEFAULT '{}'",
            "ALTER TABLE meta.tables ADD COLUMN IF NOT EXISTS column_docs VARCHAR DEFAULT '{}'",
            "ALTER TABLE meta.databases ADD COLUMN IF NOT EXISTS changes BIGINT DEFAULT 0",
            "CREATE TABLE IF NOT EXISTS meta.journal (database VARCHAR, number BIGINT, entry VARCHAR)",
            "CREATE TABLE IF NOT EXISTS meta.dropped (database VARCHAR, table_id UUID, version VARCHAR, dropped_on BIGINT)",
            "CREATE TABLE IF NOT EXISTS meta.notes (kind VARCHAR, key VARCHAR, text VARCHAR)");

    private MetaTables() {}

    static String columns(Schema schema) {
        List<Object> pairs = new ArrayList<>();
        schema.columns()
                .forEach(
                        column -> pairs.add(List.of(column.name(), column.type().keyword())));
        return Json.write(pairs);
    }

    static Schema columns(String text) {
        List<Column> columns = new ArrayList<>();
        for (Object pair : (List<?>) Json.read(text)) {
            List<?> parts = (List<?>) pair;
            columns.add(new Column(
                    (String) parts.get(0), KqlType.named((String) parts.get(1)).orElseThrow()));
        }
        return new Schema(columns);
    }

    static Map<String, String> policies(String text) {
        Map<String, String> policies = new LinkedHashMap<>();
        ((Map<?, ?>) Json.read(text)).forEach((name, policy) -> policies.put((String) name, (String) policy));
        return policies;
    }

    static String mappings(Map<MappingName, String> mappings) {
        List<Object> all = new ArrayList<>();
        mappings.forEach((name, json) -> all.add(List.of(name.kind(), name.name(), json)));
        return Json.write(all);
    }

    static Map<MappingName, String> mappings(String text) {
        Map<MappingName, String> mappings = new LinkedHashMap<>();
        for (Object one : (List<?>) Json.read(text)) {
            List<?> parts = (List<?>) one;
            mappings.put(new MappingName((String) parts.get(0), (String) parts.get(1)), (String) parts.get(2));
        }
        return mappings;
    }

    static List<String> tags(String text) {
        return ((List<?>) Json.read(text)).stream().map(String.class::cast).toList();
    }

    static Object[] row(Database database) {
        return new Object[] {
            database.name(),
            database.cursor(),
            Json.write(database.policies()),
            MetaEntities.write(database.entities()),
            database.history().changes()
        };
    }

    static Object[] row(String database, Table table) {
        return new Object[] {
            table.id(),
            database,
            table.name(),
            columns(table.schema()),
            table.folder(),
            table.docString(),
            table.isHidden(),
            Json.write(table.policies()),
            mappings(table.mappings()),
            Json.write(table.columnDocs())
        };
    }

    static Object[] row(Table table, Extent extent) {
        Segment segment = extent.segment();
        return new Object[] {
            extent.id(),
            table.id(),
            segment.number(),
            columns(segment.schema()),
            segment.rows(),
            segment.bytes(),
            segment.isTimed(),
            Json.write(extent.tags()),
            extent.minCreatedOn(),
            extent.maxCreatedOn(),
            extent.ingested().isPresent() ? (Object) extent.ingested().getAsLong() : null
        };
    }
}
