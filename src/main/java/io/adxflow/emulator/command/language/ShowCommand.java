package io.adxflow.emulator.command.language;

import io.adxflow.kql.language.Schema;
import java.util.Optional;

/** A command that changes nothing. Its answer may be piped into a query, and it may feed other commands. */
public interface ShowCommand extends Command {
    /** What a query behind the command sees, without a row, when the table that it asks for does not exist. */
    default Optional<Schema> schemaWithoutTable() {
        return Optional.empty();
    }

    @Override
    default void authorize(CommandContext context) {
        if (context.access().isChecked()) {
            context.access().require(Right.SEE, context.database());
        }
    }
}
