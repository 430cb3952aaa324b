package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.emulator.command.language.RequestLog;
import io.adxflow.emulator.command.language.RunningRequest;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

// .show queries
// .show running queries [by (user 'USER' | *)]
// .show commands
// .show commands-and-queries
/**
 * The queries that run, and the last thousand queries and commands that ended since the emulator was started: one's own, or
 * all for an admin of the database.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/show-queries-command">.show queries</a>
 * @see <a href="https://learn.microsoft.com/kusto/management/show-commands">.show commands</a>
 */
public record ShowRequests(Kind kind) implements OpenCommand {
    /** What is shown, in the columns that the service has for it. */
    public enum Kind {
        QUERIES(
                "ClientActivityId string, Text string, Database string, StartedOn datetime, LastUpdatedOn datetime,"
                        + " Duration timespan, State string, RootActivityId guid, User string, FailureReason string,"
                        + " TotalCpu timespan, CacheStatistics dynamic, Application string, MemoryPeak long,"
                        + " ScannedExtentsStatistics dynamic, Principal string, ClientRequestProperties dynamic,"
                        + " ResultSetStatistics dynamic, WorkloadGroup string, OverallQueryStats string, VirtualCluster string"),
        RUNNING_QUERIES(QUERIES.columns),
        COMMANDS("ClientActivityId string, CommandType string, Text string, Database string, StartedOn datetime,"
                + " LastUpdatedOn datetime, Duration timespan, State string, RootActivityId guid, User string,"
                + " FailureReason string, Application string, Principal string, TotalCpu timespan,"
                + " ResourcesUtilization dynamic, ClientRequestProperties dynamic, WorkloadGroup string,"
                + " VirtualCluster string"),
        COMMANDS_AND_QUERIES("ClientActivityId string, CommandType string, Text string, Database string,"
                + " StartedOn datetime, LastUpdatedOn datetime, Duration timespan, State string, FailureReason string,"
                + " RootActivityId guid, User string, Application string, Principal string,"
                + " ClientRequestProperties dynamic, TotalCpu timespan, MemoryPeak long, CacheStatistics dynamic,"
                + " ScannedExtentsStatistics dynamic, ResultSetStatistics dynamic, WorkloadGroup string,"
                + " VirtualCluster string");

        private final String columns;

        Kind(String columns) {
            this.columns = columns;
        }
    }

    public static ShowCommand readRunning(CommandReader reader) {
        if (reader.take("by")) {
            if (reader.take("user")) {
                reader.string();
            } else {
                reader.expectSymbol("*");
            }
        }
        return new ShowRequests(Kind.RUNNING_QUERIES);
    }

    @Override
    public CommandResult run(CommandContext context) {
        Schema schema = AnswerSchema.of(kind.columns);
        return CommandResult.of(
                schema,
                requests(context.services().requests()).stream()
                        .filter(request -> ShowOperations.isShown(
                                context,
                                request.facts().database(),
                                request.facts().principal()))
                        .sorted(Comparator.comparingLong(
                                request -> request.facts().startedOn()))
                        .map(request -> row(schema, values(request)))
                        .toList());
    }

    private List<RunningRequest> requests(RequestLog log) {
        List<RunningRequest> running =
                log.running().stream().filter(RunningRequest::isQuery).toList();
        return switch (kind) {
            case QUERIES -> {
                List<RunningRequest> all = new ArrayList<>(log.queries());
                all.addAll(running);
                yield all;
            }
            case RUNNING_QUERIES -> running;
            case COMMANDS -> log.commands();
            case COMMANDS_AND_QUERIES -> log.all();
        };
    }

    /** What is not measured has no value. */
    private static List<Object> row(Schema schema, Map<String, Object> values) {
        return CommandResult.row(schema.columns().stream()
                .map(column -> values.getOrDefault(column.name(), column.type() == KqlType.STRING ? "" : null))
                .toArray());
    }

    private static Map<String, Object> values(RunningRequest request) {
        RunningRequest.Facts facts = request.facts();
        Map<String, Object> values = new HashMap<>();
        values.put("ClientActivityId", facts.origin().clientRequestId());
        values.put("CommandType", facts.kind());
        values.put("Text", facts.text());
        values.put("Database", facts.database());
        values.put("StartedOn", facts.startedOn());
        values.put("LastUpdatedOn", request.updatedOn());
        values.put("Duration", request.updatedOn() - facts.startedOn());
        values.put("State", request.state().label());
        values.put("RootActivityId", facts.origin().activity());
        values.put("User", facts.principal());
        values.put("Principal", facts.principal());
        values.put("FailureReason", request.failure());
        values.put("Application", facts.origin().application());
        values.put("WorkloadGroup", "default");
        return values;
    }
}
