package io.adxflow.emulator.command.external;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.external.ExternalFiles;
import io.adxflow.emulator.store.ExternalFile;
import io.adxflow.emulator.store.ExternalPartition;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.ExternalDataException;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

// .show external table X artifacts [limit N]
/**
 * The files that a query of an external table reads when it has no conditions.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/show-external-table-artifacts">.show external table artifacts</a>
 */
public record ShowExternalArtifacts(ExternalName name, long limit) implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of("Uri string, Size long, Partition dynamic");

    /** What follows the word {@code artifacts}. */
    public static ShowCommand read(CommandReader reader, ExternalName name) {
        if (!reader.take("limit")) {
            return new ShowExternalArtifacts(name, Long.MAX_VALUE);
        }
        int start = reader.position();
        String number = reader.raw("|; \n");
        if (!number.matches("\\d{1,9}")) {
            throw reader.at(start).unexpected("a number");
        }
        return new ShowExternalArtifacts(name, Long.parseLong(number));
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.access().require(Right.READ, context.database());
        ExternalTable table = name.in(context.database());
        try {
            List<ExternalFile> files = new ExternalFiles(context.blobs(), context.store()).of(table);
            return CommandResult.of(
                    ANSWER,
                    files.stream()
                            .limit(limit)
                            .map(file -> CommandResult.row(file.address(), file.bytes(), partition(table, file)))
                            .toList());
        } catch (ExternalDataException e) {
            throw CommandProblem.NO_EXTERNAL_FILES
                    .at(name.name().span(), name.value(), e.getMessage())
                    .withHint(e.hint())
                    .in(name.source())
                    .toException();
        }
    }

    private static String partition(ExternalTable table, ExternalFile file) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < table.partitions().size(); i++) {
            ExternalPartition partition = table.partitions().get(i);
            Object value = file.values().get(i);
            boolean isTime = value != null && partition.type() == KqlType.DATETIME;
            members.put(partition.name(), isTime ? DatetimeText.of((Long) value) : value);
        }
        return Json.write(members);
    }
}
