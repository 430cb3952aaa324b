package io.adxflow.emulator.command;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.access.Grants;
import io.adxflow.emulator.command.access.Owners;
import io.adxflow.emulator.command.cluster.Journal;
import io.adxflow.emulator.command.continuous.ContinuousExports;
import io.adxflow.emulator.command.ingestion.ExtentMerge;
import io.adxflow.emulator.command.language.Access;
import io.adxflow.emulator.command.language.ChangeRule;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandParser;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandRequest;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.CommandServices;
import io.adxflow.emulator.command.language.IngestionFailures;
import io.adxflow.emulator.command.language.Operations;
import io.adxflow.emulator.command.language.RequestLog;
import io.adxflow.emulator.command.language.RequestOrigin;
import io.adxflow.emulator.command.policy.Expiry;
import io.adxflow.emulator.command.result.ResultExpiry;
import io.adxflow.emulator.command.table.Recovery;
import io.adxflow.emulator.command.view.ViewStorage;
import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.language.QueryContext;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs control commands.
 *
 * <pre>
 * text ─ CommandParser ─► Command ─ authorize, run ─► CommandResult
 *                            ├─ {@code <| query} ─ Queries ─► Kql ─► rows or a segment
 *                            └─ CommandContext.change ─ ChangeRule ─► Store
 * </pre>
 */
public final class Commands implements AutoCloseable {
    private static final List<ChangeRule> GUARDS = List.of(Grants::require, ViewStorage::require);

    private static final List<ChangeRule> RULES =
            List.of(Owners::of, ViewStorage::follow, Recovery::keepingDropped, Journal::written);

    /** As the service names the requests of continuous exports. */
    private static final String CONTINUOUS = "RunContinuousExports;";

    private final CommandServices services;

    public Commands(Store store, BlobSource blobs) {
        this.services = new CommandServices(
                new CommandParser(CommandForms.ALL, MissingCommands.ALL),
                store,
                blobs,
                new Operations(store),
                new RequestLog(store),
                new IngestionFailures(),
                GUARDS,
                RULES,
                ConcurrentHashMap.newKeySet());
    }

    /**
     * Runs a command to its end, or starts it when it says {@code async}.
     *
     * @throws io.adxflow.base.diagnostic.UserException with {@link CommandProblem}s, or with those of the queries inside
     * @throws io.adxflow.base.diagnostic.RemoteException when the disk, the memory or the time did not suffice
     */
    public CommandResult run(CommandRequest request) {
        CommandContext context = CommandContext.of(services, request);
        String kind = services.parser().kind(request.text());
        return services.requests().during(kind, request, () -> {
            Command command = parsed(kind, context);
            return services.operations().during(UUID.randomUUID(), kind, command, context);
        });
    }

    private Command parsed(String kind, CommandContext context) {
        try {
            return services.parser().parse(context.request().text());
        } catch (UserException e) {
            if (!kind.isEmpty()) {
                services.operations().refused(kind, context, e);
            }
            throw e;
        }
    }

    /** The requests that run and did. Queries are to be entered by who runs them. */
    public RequestLog requests() {
        return services.requests();
    }

    /** Merges the small extents that moves left, in all databases; an ingestion sees to its own. */
    public void merge() {
        Store store = services.store();
        for (String name : store.databases()) {
            store.database(name).orElseThrow().tables().keySet().forEach(table -> ExtentMerge.in(store, name, table));
        }
    }

    /** Takes away what has expired by now, in all databases. */
    public void expire() {
        Store store = services.store();
        for (String name : store.databases()) {
            QueryContext own = QueryContext.at(store.now(), name);
            CommandContext context =
                    CommandContext.of(services, new CommandRequest("", own, CommandRequest.DEFAULT_LIMIT));
            context.change(database -> new Changed<>(expired(store.now(), database), true));
        }
    }

    /** Runs the continuous exports whose time has come, in all databases. */
    public void export() {
        Store store = services.store();
        for (String name : store.databases()) {
            UUID activity = UUID.randomUUID();
            CommandRequest request = new CommandRequest(
                    "",
                    QueryContext.at(store.now(), name),
                    CommandRequest.DEFAULT_LIMIT,
                    new RequestOrigin(CONTINUOUS + activity, activity, ""),
                    Access.UNCHECKED);
            new ContinuousExports(CommandContext.of(services, request)).runDue();
        }
    }

    private static Database expired(long now, Database database) {
        return Recovery.at(now, ResultExpiry.at(now, Expiry.at(now, database)));
    }

    /** Stops commands in the background: those that have not committed leave no trace. */
    @Override
    public void close() {
        services.operations().close();
    }
}
