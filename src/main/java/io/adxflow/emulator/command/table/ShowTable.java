package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

// .show table T
/** One table, column by column. */
public record ShowTable(TableName table) implements ShowCommand {
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
