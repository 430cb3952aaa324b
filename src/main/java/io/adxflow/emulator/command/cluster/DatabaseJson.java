package io.adxflow.emulator.command.cluster;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.function.FunctionParameter;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.table.TableRows;
import io.adxflow.emulator.command.view.ViewSchema;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.DatabaseFunction;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A database as the JSON text from which editors draw their trees and suggestions. */
final class DatabaseJson {
    private DatabaseJson() {}

    static String of(CommandContext context, Database database, List<Table> tables) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("Name", database.name());
        Map<String, Object> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(), table(table, table.folder(), table.docString())));
        one.put("Tables", byName);
        Map<String, Object> externals = new LinkedHashMap<>();
        database.entities()
                .externals()
                .forEach((name, table) -> externals.put(
                        name,
                        table(Table.empty(name, table.schema()), table.option("folder"), table.option("docString"))));
        one.put("ExternalTables", externals);
        one.put("MaterializedViews", views(context, database));
        one.put("EntityGroups", Map.of());
        String prettyName = database.entities().prettyName();
        one.put("PrettyName", prettyName.isEmpty() ? null : prettyName);
        one.put("DatabaseAccessMode", "ReadWrite");
        one.put("MajorVersion", 1L);
        one.put("MinorVersion", database.history().changes());
        Map<String, Object> functions = new LinkedHashMap<>();
        database.entities().functions().forEach((name, function) -> functions.put(name, function(function)));
        one.put("Functions", functions);
        return Json.write(Map.of("Databases", Map.of(database.name(), one)));
    }

    private static Map<String, Object> views(CommandContext context, Database database) {
        Map<String, Object> views = new LinkedHashMap<>();
        for (MaterializedView view : database.entities().views().values()) {
            Table columns = Table.empty(view.name(), ViewSchema.of(context, view));
            views.put(
                    view.name(),
                    table(columns, view.definition().folder(), view.definition().docString()));
        }
        return views;
    }

    private static Map<String, Object> table(Table table, String folder, String docString) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Name", table.name());
        members.put("Folder", folder);
        members.put("DocString", docString);
        members.put("OrderedColumns", ((Map<?, ?>) Json.read(TableRows.json(table))).get("OrderedColumns"));
        return members;
    }

    private static Map<String, Object> function(DatabaseFunction function) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Name", function.name());
        members.put(
                "InputParameters",
                FunctionParameter.readAll(function.function().parameters()).stream()
                        .map(DatabaseJson::parameter)
                        .toList());
        members.put("Body", function.function().body());
        members.put("Folder", function.folder());
        members.put("DocString", function.docString());
        members.put("FunctionKind", "Unknown");
        members.put("OutputColumns", List.of());
        return members;
    }

    private static Map<String, Object> parameter(FunctionParameter parameter) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Name", parameter.name());
        parameter.type().ifPresent(type -> put(members, type));
        parameter
                .columns()
                .ifPresent(columns -> members.put(
                        "Columns",
                        columns.columns().stream().map(DatabaseJson::column).toList()));
        parameter.defaultValue().ifPresent(value -> members.put("CslDefaultValue", value));
        return members;
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Name", column.name());
        put(members, column.type());
        return members;
    }

    private static void put(Map<String, Object> members, KqlType type) {
        members.put("Type", TableRows.dotNetType(type));
        members.put("CslType", type.keyword());
    }
}
