package io.adxflow.emulator.command.cluster;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.ColumnPolicies;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.table.TableRows;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.DatabaseFunction;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Scope;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The commands that make a database again, without its rows: one text each. */
record DatabaseScript(Database database, List<Table> tables, Properties properties) {
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        tables.forEach(table -> commands.add(".create-merge table " + name(table.name()) + " ("
                + TableRows.csl(table.schema()) + ")" + words(table.folder(), table.docString())));
        if (properties.flag("IncludeIngestionMappings", true)) {
            tables.forEach(table -> mappings(table, commands));
        }
        database.entities().functions().values().forEach(function -> commands.add(function(function)));
        database.entities().views().values().forEach(view -> commands.add(view(view)));
        policies("database " + name(database.name()), database.policies(), commands);
        database.entities()
                .views()
                .values()
                .forEach(view -> policies("materialized-view " + name(view.name()), viewPolicies(view), commands));
        tables.forEach(table -> policies("table " + name(table.name()), ownPolicies(table), commands));
        if (properties.flag("IncludeEncodingPolicies", true)) {
            tables.forEach(table -> columnPolicies(table, commands));
        }
        if (properties.flag("IncludeSecuritySettings", true)) {
            database.entities().roles().forEach(role -> roles(role, commands));
        }
        return commands;
    }

    private static void mappings(Table table, List<String> commands) {
        table.mappings()
                .forEach((mapping, json) -> commands.add(".create-or-alter table " + name(table.name()) + " ingestion "
                        + mapping.kind() + " mapping " + text(mapping.name()) + " " + text(json)));
    }

    private static String function(DatabaseFunction function) {
        String properties = (function.isView() ? "view=true, " : "") + "skipvalidation=true";
        return ".create-or-alter function" + words(function.folder(), function.docString(), properties) + " "
                + name(function.name()) + function.function().parameters() + " "
                + function.function().body();
    }

    private static String view(MaterializedView view) {
        MaterializedView.Definition definition = view.definition();
        return ".create-or-alter materialized-view" + words(definition.folder(), definition.docString()) + " "
                + name(view.name()) + " on table " + name(definition.source()) + " {" + definition.query() + "}";
    }

    private static Map<String, String> ownPolicies(Table table) {
        return ColumnPolicies.only(table.policies(), new Schema(List.of()));
    }

    private static void columnPolicies(Table table, List<String> commands) {
        table.schema()
                .names()
                .forEach(column -> policies(
                        "column " + name(table.name()) + "." + name(column),
                        ColumnPolicies.of(table.policies(), column),
                        commands));
    }

    private Map<String, String> viewPolicies(MaterializedView view) {
        return database.table(view.storage()).map(Table::policies).orElse(Map.of());
    }

    private static void policies(String target, Map<String, String> policies, List<String> commands) {
        new TreeMap<>(policies)
                .forEach((kind, json) -> commands.add(".alter " + target + " policy " + kind + " "
                        + PolicyKind.of(kind).map(one -> one.argument(json)).orElse(text(json))));
    }

    private void roles(RoleAssignment role, List<String> commands) {
        String target =
                switch (role.scope().kind()) {
                    case DATABASE -> "database " + name(database.name());
                    case TABLE -> tables.stream()
                            .filter(table -> Scope.of(table).equals(role.scope()))
                            .map(table -> "table " + name(table.name()))
                            .findFirst()
                            .orElse("");
                    case FUNCTION -> "function " + name(role.scope().key());
                    case MATERIALIZED_VIEW -> "materialized-view "
                            + name(role.scope().key());
                    case EXTERNAL_TABLE -> "external table " + name(role.scope().key());
                };
        if (!target.isEmpty()) {
            commands.add(".add " + target + " " + role.role().plural() + " (" + text(role.principal()) + ")");
        }
    }

    private static String words(String folder, String docString, String... more) {
        StringJoiner words = new StringJoiner(", ", " with (", ")").setEmptyValue("");
        if (!folder.isEmpty()) {
            words.add("folder=" + text(folder));
        }
        if (!docString.isEmpty()) {
            words.add("docstring=" + text(docString));
        }
        for (String word : more) {
            words.add(word);
        }
        return words.toString();
    }

    private static String name(String name) {
        return TableRows.cslName(name);
    }

    /** JSON texts are KQL texts too. */
    private static String text(String value) {
        return Json.write(value);
    }
}
