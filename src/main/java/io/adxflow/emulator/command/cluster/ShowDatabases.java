package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.kql.language.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

// .show databases
// .show cluster databases
// .show database
/** Lists the databases, or the one that the request is about. */
public record ShowDatabases(boolean isOne) implements OpenCommand {
    private static final Schema ANSWER =
            AnswerSchema.of("DatabaseName string, PersistentStorage string, Version string, IsCurrent bool,"
                    + " DatabaseAccessMode string, PrettyName string, ReservedSlot1 bool, DatabaseId guid, InTransitionTo"
                    + " string, SuspensionState string");

    @Override
    public CommandResult run(CommandContext context) {
        String current = context.databaseName();
        return CommandResult.of(
                ANSWER,
                context.store().databases().stream()
                        .filter(name -> !isOne || name.equalsIgnoreCase(current))
                        .map(name -> row(name, name.equalsIgnoreCase(current)))
                        .toList());
    }

    private static List<Object> row(String name, boolean isCurrent) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return CommandResult.row(name, "", "v1.0", isCurrent, "ReadWrite", "", null, id, "", "");
    }
}
