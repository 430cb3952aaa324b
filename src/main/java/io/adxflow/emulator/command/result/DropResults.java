package io.adxflow.emulator.command.result;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.StoredResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

// .drop stored_query_result NAME
// .drop stored_query_results by user 'PRINCIPAL'
/**
 * Drops one's own result of a name, or all of somebody, and answers with what is gone.
 *
 * @param name nothing for all results of the principal
 * @see <a href="https://learn.microsoft.com/kusto/management/drop-stored-query-result-command">.drop stored_query_result</a>
 */
public record DropResults(Optional<ResultName> name, String principal) implements Command {
    public static Command readOne(CommandReader reader) {
        return new DropResults(Optional.of(ResultName.read(reader)), "");
    }

    public static Command readOfUser(CommandReader reader) {
        reader.expect("by user");
        return new DropResults(Optional.empty(), reader.string());
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            List<StoredResult> gone = name.map(one -> List.of(one.in(context, database)))
                    .orElseGet(() -> database.entities().results().stream()
                            .filter(one -> one.isOf(principal))
                            .toList());
            List<StoredResult> kept = new ArrayList<>(database.entities().results());
            kept.removeAll(gone);
            Database next = gone.isEmpty()
                    ? database
                    : database.withEntities(database.entities().withResults(kept));
            return new Changed<>(next, ShowResults.answer(database, gone));
        });
    }
}
