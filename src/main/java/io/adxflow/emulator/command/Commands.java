package io.adxflow.emulator.command;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandParser;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandRequest;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.IngestionFailures;
import io.adxflow.emulator.command.language.Operations;
import io.adxflow.emulator.command.policy.Expiry;
import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.Store;
import java.util.Optional;

/**
 * Runs control commands.
 *
 * <pre>
 * text ─ CommandParser ─► Command ─ run ─► CommandResult
 *                            └─ {@code <| query} ─ Queries ─► Kql ─► rows or a segment
 * </pre>
 */
public final class Commands implements AutoCloseable {
    private final CommandParser parser = new CommandParser(CommandForms.ALL);
    private final Store store;
    private final BlobSource blobs;
    private final Operations operations;
    private final IngestionFailures failures = new IngestionFailures();

    public Commands(Store store, BlobSource blobs) {
        this.store = store;
        this.blobs = blobs;
        this.operations = new Operations(store);
    }

    /**
     * Runs a command to its end, or starts it when it says {@code async}.
     *
     * @throws io.adxflow.base.diagnostic.UserException with {@link CommandProblem}s, or with those of the queries inside
     * @throws io.adxflow.base.diagnostic.RemoteException when the disk, the memory or the time did not suffice
     */
    public CommandResult run(CommandRequest request) {
        CommandContext context =
                new CommandContext(parser, store, blobs, operations, failures, request, Optional.empty());
        return operations.log().during(request, () -> parser.parse(request.text())
                .run(context));
    }

    /** Takes away what has expired by now, in all databases. */
    public void expire() {
        for (String database : store.databases()) {
            store.change(database, state -> Expiry.at(store.now(), state));
        }
    }

    /** Waits for nothing: commands in the background that have not committed leave no trace. */
    @Override
    public void close() {
        operations.close();
    }
}
