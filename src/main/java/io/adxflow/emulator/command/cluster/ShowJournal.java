package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.History;
import io.adxflow.emulator.store.JournalEntry;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .show journal
// .show database [DB] journal
// .show cluster journal
/**
 * What became of tables, functions, views, policies and roles: the last thousand changes of the database, or of all databases.
 * The column OriginalEntityVersion of a drop is what {@code .undo drop table} asks for.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/journal">.show journal</a>
 */
public record ShowJournal(boolean isOfAll) implements OpenCommand {
    private static final Schema ANSWER = AnswerSchema.of("Event string, EventTimestamp datetime, Database string,"
            + " EntityName string, UpdatedEntityName string, EntityVersion string, EntityContainerName string,"
            + " OriginalEntityState string, UpdatedEntityState string, ChangeCommand string, Principal string,"
            + " RootActivityId guid, ClientRequestId string, User string, OriginalEntityVersion string");

    @Override
    public CommandResult run(CommandContext context) {
        List<String> databases = isOfAll
                ? context.store().databases()
                : List.of(context.database().name());
        return CommandResult.of(
                ANSWER,
                databases.stream()
                        .flatMap(name -> context.store().database(name).stream())
                        .flatMap(database -> database.history().journal().stream()
                                .filter(entry -> ShowOperations.isShown(
                                        context, database.name(), entry.author().principal()))
                                .map(entry -> row(database, entry)))
                        .toList());
    }

    private static List<Object> row(Database database, JournalEntry entry) {
        return CommandResult.row(
                entry.event(),
                entry.timestamp(),
                database.name(),
                entry.entity(),
                entry.updatedEntity(),
                History.version(entry.version()),
                database.name(),
                entry.originalState(),
                entry.updatedState(),
                entry.author().command(),
                entry.author().principal(),
                entry.author().activity(),
                entry.author().clientRequestId(),
                entry.author().principal(),
                History.version(entry.version() - 1));
    }
}
