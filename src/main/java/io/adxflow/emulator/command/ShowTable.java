package io.adxflow.emulator.command;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

// .show table T
/** One table, column by column. */
record ShowTable(TableName table) implements ShowCommand {
    private static final String ENGINE = "StorageV3";

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
