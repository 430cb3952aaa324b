package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .alter database DB prettyname 'NAME'
// .drop database DB prettyname
/**
 * Gives a database a name for people, or takes it. Requests may name the database by it when no other one is called so.
 *
 * @param prettyName an empty text for none
 * @see <a href="https://learn.microsoft.com/kusto/management/alter-database-prettyname">.alter database prettyname</a>
 */
public record NameDatabase(String prettyName) implements Command {
    private static final Schema ALTERED = AnswerSchema.of("DatabaseName string, PrettyName string");
    private static final Schema DROPPED = AnswerSchema.of("DatabaseName string, PrettyName string, Status string");

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Database next = database.withEntities(database.entities().named(prettyName));
            return new Changed<>(next, answer(next));
        });
    }

    private static CommandResult answer(Database database) {
        String name = database.entities().prettyName();
        return name.isEmpty()
                ? CommandResult.of(DROPPED, List.of(CommandResult.row(database.name(), "", "Complete")))
                : CommandResult.of(ALTERED, List.of(CommandResult.row(database.name(), name)));
    }
}
