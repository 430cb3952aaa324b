package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.table.TableRows;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

// .show database [DB] schema [details] [if_later_than "VERSION"]
// .show database [DB] schema [if_later_than "VERSION"] as json [with (…)]
// .show database [DB] schema as (csl | kql) [script] [with (IncludeSecuritySettings, IncludeIngestionMappings)]
// .show database [DB] cslschema [script]
// .show databases [( {DB,} )] schema [details | as json]
/**
 * What a database consists of: as rows, as JSON with its functions and views, or as the script that makes it again. Nothing
 * when it is not later than the version.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/show-schema-database">.show database schema</a>
 */
public record ShowDatabaseSchema(Form form, Optional<String> version, Properties properties) implements ShowCommand {
    private static final Schema ROWS = AnswerSchema.of("DatabaseName string, TableName string, ColumnName string,"
            + " ColumnType string, IsDefaultTable bool, IsDefaultColumn bool, PrettyName string, Version string,"
            + " Folder string, DocString string");
    private static final Schema JSON = AnswerSchema.of("DatabaseSchema string");
    private static final Schema SCRIPT = AnswerSchema.of("DatabaseSchemaScript string");

    /** How the schema is written. */
    public enum Form {
        ROWS,
        JSON,
        CSL,
        SCRIPT
    }

    /** What follows the word {@code schema}. */
    public static ShowCommand read(CommandReader reader) {
        reader.take("details");
        Optional<String> version = reader.take("if_later_than") ? Optional.of(reader.string()) : Optional.empty();
        Form form = Form.ROWS;
        if (reader.take("as json")) {
            form = Form.JSON;
        } else if (reader.take("as csl") || reader.take("as kql")) {
            form = Form.SCRIPT;
            reader.take("script");
        }
        return new ShowDatabaseSchema(form, version, Properties.read(reader));
    }

    /** What follows the word {@code cslschema}. */
    public static ShowCommand readCsl(CommandReader reader) {
        Form form = reader.take("script") ? Form.SCRIPT : Form.CSL;
        return new ShowDatabaseSchema(form, Optional.empty(), Properties.read(reader));
    }

    private Schema schema() {
        return switch (form) {
            case ROWS -> ROWS;
            case JSON -> JSON;
            case CSL -> TableRows.TABLE_SCHEMA;
            case SCRIPT -> SCRIPT;
        };
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        List<Table> tables = database.tables().values().stream()
                .filter(table -> !table.isHidden())
                .toList();
        boolean isKnown = version.filter(one -> !isLater(database.history().version(), one))
                .isPresent();
        return CommandResult.of(
                schema(),
                isKnown
                        ? List.of()
                        : switch (form) {
                            case ROWS -> rows(database, tables);
                            case JSON -> List.of(List.of(DatabaseJson.of(context, database, tables)));
                            case CSL -> tables.stream()
                                    .map(table -> csl(database, table))
                                    .toList();
                            case SCRIPT -> new DatabaseScript(database, tables, properties)
                                    .commands().stream().map(CommandResult::row).toList();
                        });
    }

    /** Versions are {@code v1.17}; an unknown notation is earlier than any. */
    private static boolean isLater(String present, String known) {
        String digits = known.replaceFirst("^v\\.?\\d+\\.", "");
        return !digits.matches("\\d{1,18}")
                || Long.parseLong(present.replaceFirst("^v\\d+\\.", "")) > Long.parseLong(digits);
    }

    private static List<List<Object>> rows(Database database, List<Table> tables) {
        String version = database.history().version();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(CommandResult.row(
                database.name(), "", "", "", false, false, database.entities().prettyName(), version, "", ""));
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
                            table.columnDocs().getOrDefault(column.name(), ""))));
        }
        return rows;
    }

    private static List<Object> csl(Database database, Table table) {
        return CommandResult.row(
                table.name(), TableRows.csl(table.schema()), database.name(), table.folder(), table.docString());
    }
}
