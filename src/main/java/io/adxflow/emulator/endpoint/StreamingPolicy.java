package io.adxflow.emulator.endpoint;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.protocol.ErrorBody;
import io.adxflow.emulator.store.Database;
import java.util.Map;
import java.util.Optional;

/** Tables take streaming ingestion only when they, or their database, say so. */
final class StreamingPolicy {
    private static final String NAME = "streamingingestion";

    private StreamingPolicy() {}

    /** @throws ServiceException when the table exists and its policy is off */
    static void require(Database database, String table) {
        database.table(table).ifPresent(found -> {
            Optional<String> policy = Optional.ofNullable(found.policies().get(NAME))
                    .or(() -> Optional.ofNullable(database.policies().get(NAME)));
            if (policy.filter(StreamingPolicy::isEnabled).isEmpty()) {
                throw refusal(database.name() + "." + table, table);
            }
        });
    }

    private static boolean isEnabled(String policy) {
        return Json.read(policy) instanceof Map<?, ?> members && Boolean.TRUE.equals(members.get("IsEnabled"));
    }

    private static ServiceException refusal(String target, String table) {
        return new ServiceException(new ErrorBody(
                400,
                "BadRequest_StreamingIngestionPolicyNotEnabled",
                "Kusto.DataNode.Exceptions.StreamingIngestionRequestException",
                "Request is invalid and cannot be executed.",
                "Bad streaming ingestion request to " + target
                        + " : Streaming ingestion policy is not enabled for the table\nhint: .alter table ['" + table
                        + "'] policy streamingingestion enable",
                true,
                Optional.empty()));
    }
}
