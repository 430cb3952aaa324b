package io.adxflow.emulator.endpoint;

import io.adxflow.emulator.command.Commands;
import io.adxflow.emulator.command.language.Access;
import io.adxflow.emulator.command.language.CommandRequest;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.IngestionFailure;
import io.adxflow.emulator.command.language.RequestOrigin;
import io.adxflow.emulator.storage.BatchingPolicy;
import io.adxflow.emulator.storage.IngestionMessage;
import io.adxflow.emulator.storage.Ingestor;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.language.QueryContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Ingests blobs of the storage through the command that does so. */
final class Ingestions implements Ingestor {
    private static final String BATCHING = "ingestionbatching";
    private static final UUID NO_EXTENT = new UUID(0, 0);

    private final Commands commands;
    private final Store store;
    private final Databases databases;
    private final Function<IngestionMessage, Access> access;

    /** @param access of who sent a message */
    Ingestions(Commands commands, Store store, Databases databases, Function<IngestionMessage, Access> access) {
        this.commands = commands;
        this.store = store;
        this.databases = databases;
        this.access = access;
    }

    @Override
    public List<Outcome> ingest(List<IngestionMessage> batch) {
        UUID operation = UUID.randomUUID();
        Outcome together = ingest(batch, operation);
        return batch.size() == 1 || together.isSuccess()
                ? Collections.nCopies(batch.size(), together)
                : batch.stream().map(one -> ingest(List.of(one), operation)).toList();
    }

    private Outcome ingest(List<IngestionMessage> batch, UUID operation) {
        IngestionMessage first = batch.get(0);
        List<String> blobs = batch.stream().map(IngestionMessage::blob).toList();
        try {
            String command = IngestCommand.of(first.table(), blobs, first.properties());
            List<UUID> extents = extents(first.database(), command, operation, access.apply(first));
            return extents.equals(List.of(NO_EXTENT)) && isOnce(first)
                    ? skipped(operation)
                    : Outcome.succeeded(operation);
        } catch (RuntimeException e) {
            return new Outcome(
                    operation, IngestionFailure.code(e), IngestionFailure.details(e), IngestionFailure.isPermanent(e));
        }
    }

    private static boolean isOnce(IngestionMessage message) {
        return message.properties().keySet().stream().anyMatch("ingestIfNotExists"::equalsIgnoreCase);
    }

    private static Outcome skipped(UUID operation) {
        String details = "Another stream with the same ingest-by tag was already ingested.";
        return new Outcome(operation, "Skipped_IngestByTagAlreadyExists", details, true);
    }

    /**
     * Ingests one blob and answers how many rows it had.
     *
     * @throws io.adxflow.base.diagnostic.UserException for what is wrong with the data or its target
     */
    long ingest(String database, String table, String blob, Map<String, String> properties) {
        String command = IngestCommand.of(table, List.of(blob), properties);
        List<UUID> added = extents(database, command, UUID.randomUUID(), Access.UNCHECKED);
        Database after = databases.named(database);
        return added.stream()
                .flatMap(extent -> after.table(table).flatMap(found -> found.extent(extent)).stream())
                .mapToLong(extent -> extent.segment().rows())
                .sum();
    }

    /** The new extents, as the command names them. */
    private List<UUID> extents(String database, String command, UUID operation, Access rights) {
        QueryContext context =
                QueryContext.at(store.now(), databases.named(database).name());
        CommandResult result = commands.run(new CommandRequest(
                command,
                context,
                CommandRequest.DEFAULT_LIMIT,
                new RequestOrigin("adxflow.ingest;" + operation, operation, ""),
                rights));
        return result.rows().stream().map(row -> (UUID) row.get(0)).toList();
    }

    /** The policy of the table or else of its database; without one nothing waits. */
    @Override
    public BatchingPolicy batching(IngestionMessage message) {
        Optional<Database> database = store.database(message.database());
        Optional<String> policy = database.flatMap(found -> found.table(message.table()))
                .map(table -> table.policies().get(BATCHING))
                .or(() -> database.map(found -> found.policies().get(BATCHING)));
        return policy.map(BatchingPolicyText::read).orElse(BatchingPolicy.NONE);
    }
}
