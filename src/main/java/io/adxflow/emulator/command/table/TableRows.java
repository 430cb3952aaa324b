package io.adxflow.emulator.command.table;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The answer tables that many commands about tables share. */
public final class TableRows {
    static final Schema TABLE =
            AnswerSchema.of("TableName string, DatabaseName string, Folder string, DocString string");

    public static final Schema TABLE_SCHEMA =
            AnswerSchema.of("TableName string, Schema string, DatabaseName string, Folder string, DocString string");

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private TableRows() {}

    static CommandResult tables(Database database, List<Table> tables) {
        return CommandResult.of(
                TABLE,
                tables.stream()
                        .map(table ->
                                CommandResult.row(table.name(), database.name(), table.folder(), table.docString()))
                        .toList());
    }

    static CommandResult schema(Database database, Table table, String schema) {
        return CommandResult.of(
                TABLE_SCHEMA,
                List.of(CommandResult.row(table.name(), schema, database.name(), table.folder(), table.docString())));
    }

    static CommandResult schemaAsJson(Database database, Table table) {
        return schema(database, table, json(table));
    }

    /** {@code {"Name":"T","OrderedColumns":[{"Name":"C","Type":"System.Int32","CslType":"int"}]}}. */
    public static String json(Table table) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("Name", table.name());
        whole.put(
                "OrderedColumns",
                table.schema().columns().stream()
                        .map(column -> json(
                                column, Optional.ofNullable(table.columnDocs().get(column.name()))))
                        .toList());
        return Json.write(whole);
    }

    /** {@code C1:type,C2:type}. */
    public static String csl(Schema schema) {
        return schema.columns().stream()
                .map(column -> cslName(column.name()) + ":" + column.type().keyword())
                .collect(Collectors.joining(","));
    }

    private static Map<String, Object> json(Column column, Optional<String> docString) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Name", column.name());
        members.put("Type", dotNetType(column.type()));
        members.put("CslType", column.type().keyword());
        docString.ifPresent(text -> members.put("DocString", text));
        return members;
    }

    public static String cslName(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name : "['" + name.replace("'", "\\'") + "']";
    }

    public static String dotNetType(KqlType type) {
        return switch (type) {
            case BOOL -> "System.SByte";
            case INT -> "System.Int32";
            case LONG -> "System.Int64";
            case REAL -> "System.Double";
            case DECIMAL -> "System.Data.SqlTypes.SqlDecimal";
            case STRING -> "System.String";
            case DATETIME -> "System.DateTime";
            case TIMESPAN -> "System.TimeSpan";
            case GUID -> "System.Guid";
            case DYNAMIC -> "System.Object";
        };
    }
}
