package io.adxflow.emulator.endpoint;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.emulator.command.CommandRequest;
import io.adxflow.emulator.command.CommandResult;
import io.adxflow.emulator.command.Commands;
import io.adxflow.emulator.protocol.ErrorBody;
import io.adxflow.emulator.storage.IngestionMessage;
import io.adxflow.emulator.storage.Ingestor;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.TimespanText;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ingests blobs of the storage through the command that does so. */
final class Ingestions implements Ingestor {
    private static final Logger LOG = LoggerFactory.getLogger(Ingestions.class);

    private final Commands commands;
    private final Store store;
    private final Databases databases;

    Ingestions(Commands commands, Store store, Databases databases) {
        this.commands = commands;
        this.store = store;
        this.databases = databases;
    }

    @Override
    public Outcome ingest(IngestionMessage message) {
        try {
            ingest(message.database(), message.table(), message.blob(), message.properties());
            return Outcome.SUCCEEDED;
        } catch (RuntimeException e) {
            ErrorBody error = Failures.body(e);
            return new Outcome(error.code(), error.message(), error.isPermanent());
        }
    }

    /**
     * Ingests one blob and answers how many rows it had.
     *
     * @throws io.adxflow.base.diagnostic.UserException for what is wrong with the data or its target
     */
    long ingest(String database, String table, String blob, Map<String, String> properties) {
        String name = databases.named(database).name();
        CommandResult result = commands.run(new CommandRequest(
                IngestCommand.of(table, blob, properties),
                QueryContext.at(store.now(), name),
                CommandRequest.DEFAULT_LIMIT));
        Database after = databases.named(name);
        return result.rows().stream()
                .map(row -> (UUID) row.get(0))
                .flatMap(extent -> after.table(table).flatMap(found -> found.extent(extent)).stream())
                .mapToLong(extent -> extent.segment().rows())
                .sum();
    }

    /** The policy's time; none without a policy. */
    @Override
    public Duration patience(IngestionMessage message) {
        Optional<String> policy = store.database(message.database())
                .flatMap(database -> database.table(message.table()))
                .map(table -> table.policies().get("ingestionbatching"));
        return policy.map(Ingestions::batchingTime).orElse(Duration.ZERO);
    }

    private static Duration batchingTime(String policy) {
        try {
            if (Json.read(policy) instanceof Map<?, ?> members
                    && members.get("MaximumBatchingTimeSpan") instanceof String text) {
                return Duration.ofNanos(TimespanText.ticks(text).orElse(0) * 100);
            }
        } catch (JsonException e) {
            LOG.warn("the batching policy cannot be read, so nothing waits: {}", e.getMessage());
        }
        return Duration.ZERO;
    }
}
