package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.emulator.command.language.Operation;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.Database;
import io.adxflow.kql.language.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

// .show operations [GUID | ( {GUID,} )]
// .show (running | completed) operations
/**
 * The newest state of commands in the background, and the end of those that were answered at once: one's own, or all for an
 * admin of the database. An unknown id has no row. An operation that a restart cut off is {@code Abandoned} when it changed
 * nothing; of the commands that were answered at once, a restart keeps those that changed something. Who asks for one
 * operation waits up to five seconds for its end, because clients ask at once and then rarely.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/show-operations">.show operations</a>
 */
public record ShowOperations(Optional<List<UUID>> ids, Optional<Boolean> running) implements OpenCommand {
    /** The Kusto Spark connector asks again after 30 seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Schema ANSWER = AnswerSchema.of("OperationId guid, Operation string, NodeId string,"
            + " StartedOn datetime, LastUpdatedOn datetime, Duration timespan, State string, Status string,"
            + " RootActivityId guid, ShouldRetry bool, Database string, Principal string, User string,"
            + " AdminEpochStartTime datetime, VirtualCluster string");

    public static ShowCommand read(CommandReader reader) {
        if (reader.isAtSymbol("(")) {
            return new ShowOperations(Optional.of(reader.list(reader::guid)), Optional.empty());
        }
        boolean isOne = reader.isAtGuid() || reader.isAtString();
        return new ShowOperations(isOne ? Optional.of(List.of(reader.guid())) : Optional.empty(), Optional.empty());
    }

    @Override
    public CommandResult run(CommandContext context) {
        List<Operation> found = ids.map(wanted -> wanted.stream()
                        .flatMap(id -> (wanted.size() == 1
                                        ? context.operations().await(id, PATIENCE)
                                        : context.operations().find(id))
                                .stream())
                        .toList())
                .orElseGet(context.operations()::all);
        return CommandResult.of(
                ANSWER,
                found.stream()
                        .filter(operation -> isShown(context, operation.database(), operation.principal()))
                        .filter(operation -> running.map(wanted -> wanted == operation.isRunning())
                                .orElse(true))
                        .map(ShowOperations::row)
                        .toList());
    }

    /** What somebody did in a database is shown to them and to its admins. */
    static boolean isShown(CommandContext context, String database, String principal) {
        Optional<Database> state = context.store().database(database);
        return context.access().principal().equalsIgnoreCase(principal)
                || state.map(context.access()::isAdmin).orElse(!context.access().isChecked());
    }

    private static List<Object> row(Operation operation) {
        return CommandResult.row(
                operation.id(),
                operation.kind(),
                "",
                operation.startedOn(),
                operation.lastUpdatedOn(),
                operation.lastUpdatedOn() - operation.startedOn(),
                operation.state().label(),
                operation.status(),
                operation.activity(),
                operation.shouldRetry(),
                operation.database(),
                operation.principal(),
                operation.principal(),
                null,
                "");
    }
}
