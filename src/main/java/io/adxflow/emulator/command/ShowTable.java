package io.adxflow.emulator.command;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

// .show table T
// .show table T details
// .show table T (cslschema | kqlschema | schema as json | schema as csl)
// .show table T extents …
// .show table T policy P
// .show table T ingestion …
// .show table T principals
/** One table, column by column. */
record ShowTable(TableName table) implements ShowCommand {
    private static final String ENGINE = "StorageV3";

    static ShowCommand read(CommandReader reader) {
        if (reader.takeSymbol("*")) {
            return ShowPolicy.readAll(reader);
        }
        TableName table = TableName.read(reader);
        if (ShowExtents.follows(reader)) {
            return ShowExtents.read(reader, List.of(table));
        }
        if (reader.take("principals")) {
            return new ShowPrincipals(Optional.of(table));
        }
        if (reader.take("policy")) {
            return ShowPolicy.readTable(reader, table);
        }
        if (reader.take("ingestion")) {
            return ShowMappings.read(reader, table);
        }
        if (reader.take("details")) {
            return new ShowTables(List.of(table), true, Properties.read(reader));
        }
        if (reader.take("schema as json")) {
            return new ShowTableSchema(table, true);
        }
        if (reader.take("cslschema") || reader.take("kqlschema") || reader.take("schema as csl")) {
            return new ShowTableSchema(table, false);
        }
        return new ShowTable(table);
    }

    private Schema schema() {
        return AnswerSchema.of("AttributeName string, AttributeType string, ExtentSize long, CompressionRatio real,"
                + " IndexSize long, IndexSizePercent real, OriginalSize long, AttributeId guid, SharedIndexSize long,"
                + " StorageEngineVersion string");
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        Table found = table.in(database);
        return CommandResult.of(
                schema(),
                found.schema().columns().stream()
                        .map(column -> CommandResult.row(
                                column.name(),
                                TableRows.dotNetType(column.type()),
                                0L,
                                0.0,
                                0L,
                                0.0,
                                0L,
                                UUID.nameUUIDFromBytes((found.id() + column.name()).getBytes(StandardCharsets.UTF_8)),
                                0L,
                                ENGINE))
                        .toList());
    }
}
