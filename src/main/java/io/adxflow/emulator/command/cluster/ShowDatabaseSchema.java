package io.adxflow.emulator.command.cluster;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.table.TableRows;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

// .show database [DB] schema
// .show database [DB] schema as json
// .show database [DB] cslschema
/** The tables and columns of the database, as rows or as text. */
public record ShowDatabaseSchema(Form form) implements ShowCommand {
    private static final Schema ROWS = AnswerSchema.of("DatabaseName string, TableName string, ColumnName string,"
            + " ColumnType string, IsDefaultTable bool, IsDefaultColumn bool, PrettyName string, Version string,"
            + " Folder string, DocString string");
    private static final Schema JSON = AnswerSchema.of("DatabaseSchema string");

    /** How the schema is written. */
    public enum Form {
        ROWS,
        JSON,
        CSL
    }

    private Schema schema() {
        return switch (form) {
            case ROWS -> ROWS;
            case JSON -> JSON;
            case CSL -> TableRows.TABLE_SCHEMA;
        };
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        List<Table> tables = database.tables().values().stream()
                .filter(table -> !table.isHidden())
                .toList();
        return CommandResult.of(
                schema(),
                switch (form) {
                    case ROWS -> rows(database, tables);
                    case JSON -> List.of(List.of(json(database, tables)));
                    case CSL -> tables.stream()
                            .map(table -> csl(database, table))
                            .toList();
                });
    }

    private static List<List<Object>> rows(Database database, List<Table> tables) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(CommandResult.row(database.name(), "", "", "", false, false, "", "v1.0", "", ""));
        for (Table table : tables) {
            rows.add(CommandResult.row(
                    database.name(), table.name(), "", "", false, false, "", "", table.folder(), table.docString()));
            table.schema()
                    .columns()
                    .forEach(column -> rows.add(CommandResult.row(
                            database.name(),
                            table.name(),
                            column.name(),
                            TableRows.dotNetType(column.type()),
                            false,
                            false,
                            "",
                            "",
                            "",
                            "")));
        }
        return rows;
    }

    private static List<Object> csl(Database database, Table table) {
        return CommandResult.row(
                table.name(), TableRows.csl(table.schema()), database.name(), table.folder(), table.docString());
    }

    private static String json(Database database, List<Table> tables) {
        Map<String, Object> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(), Json.read(TableRows.json(table))));
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("Name", database.name());
        one.put("Tables", byName);
        one.put("ExternalTables", Map.of());
        one.put("MaterializedViews", Map.of());
        one.put("MajorVersion", 1L);
        one.put("MinorVersion", 0L);
        one.put("Functions", Map.of());
        return Json.write(Map.of("Databases", Map.of(database.name(), one)));
    }
}
