package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Role;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.QueryContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a command runs in.
 *
 * @param moment when present, the command answers about this moment and not about now
 */
public record CommandContext(
        CommandParser parser,
        Store store,
        BlobSource blobs,
        Operations operations,
        IngestionFailures failures,
        CommandRequest request,
        Optional<Snapshot> moment) {
    public String databaseName() {
        return request.context().database();
    }

    public Database database() {
        return moment.map(Snapshot::database).orElseGet(this::present);
    }

    /** The next state, in which who sends the command is the admin of every table that it made. */
    public Database owning(Database before, Database after) {
        String principal = request.context().user();
        List<RoleAssignment> roles = new ArrayList<>(after.entities().roles());
        Set<UUID> old = before.tables().values().stream().map(Table::id).collect(Collectors.toSet());
        after.tables().values().stream()
                .filter(table -> !principal.isEmpty() && !old.contains(table.id()))
                .forEach(table -> roles.add(new RoleAssignment(Optional.of(table.id()), Role.ADMIN, principal, "")));
        return roles.size() == after.entities().roles().size()
                ? after
                : after.withEntities(after.entities().withRoles(roles));
    }

    /** The same for another database, as it is now. */
    public CommandContext in(String database) {
        QueryContext old = request.context();
        QueryContext next =
                new QueryContext(old.nowTicks(), old.parameters(), database, old.cluster(), old.user(), old.options());
        CommandRequest moved = new CommandRequest(request.text(), next, request.limit(), request.activity());
        return new CommandContext(parser, store, blobs, operations, failures, moved, Optional.empty());
    }

    public CommandContext at(Snapshot snapshot) {
        return new CommandContext(parser, store, blobs, operations, failures, request, Optional.of(snapshot));
    }

    private Database present() {
        return store.database(databaseName()).orElseThrow(() -> CommandProblem.DATABASE_NOT_FOUND
                .at(Span.at(0), databaseName())
                .in(new SourceText("command", request.text()))
                .toException());
    }
}
