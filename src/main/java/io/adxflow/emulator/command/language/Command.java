package io.adxflow.emulator.command.language;

import io.adxflow.emulator.command.access.Grants;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Scope;

/** A control command that has been read. One record each; the comment of a record is its grammar. */
public interface Command {
    CommandResult run(CommandContext context);

    /**
     * Refuses who may not even begin the command. What it reads and changes is checked again when it does, by
     * {@link GuardedCatalog} and {@link Grants}.
     */
    default void authorize(CommandContext context) {}

    /** A right to a table, if the table is there. */
    static void require(Right right, CommandContext context, TableName table) {
        Database database = context.database();
        database.table(table.value())
                .ifPresent(found -> context.access().require(right, database, Scope.of(found), found.name()));
    }
}
