package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Optional;

// .show capacity [RESOURCE]
/** How many commands of a kind may run at once. The emulator counts none and throttles none. */
public record ShowCapacity(Optional<String> resource) implements OpenCommand {
    private static final Schema ANSWER =
            AnswerSchema.of("Resource string, Total long, Consumed long, Remaining long, Origin string");
    private static final List<String> RESOURCES = List.of(
            "Ingestions",
            "ExtentsMerge",
            "ExtentsPartition",
            "DataExport",
            "MaterializedView",
            "StoredQueryResults",
            "Queries",
            "TablePurge");

    public static ShowCommand read(CommandReader reader) {
        String word = reader.peekWord();
        boolean isOne = !word.isEmpty() && !word.equals("with");
        if (isOne) {
            reader.take(word);
        }
        Properties.read(reader);
        return new ShowCapacity(isOne ? Optional.of(word.replace("-", "")) : Optional.empty());
    }

    @Override
    public CommandResult run(CommandContext context) {
        long processors = Runtime.getRuntime().availableProcessors();
        return CommandResult.of(
                ANSWER,
                RESOURCES.stream()
                        .filter(name -> resource.filter(wanted -> !wanted.equalsIgnoreCase(name))
                                .isEmpty())
                        .map(name -> CommandResult.row(name, processors, 0L, processors, "CapacityPolicy/Default"))
                        .toList());
    }
}
