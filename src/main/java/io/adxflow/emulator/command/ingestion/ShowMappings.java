package io.adxflow.emulator.command.ingestion;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MappingName;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

// .show table T ingestion [csv | json] mappings
// .show table T ingestion (csv | json | avro | apacheavro | parquet | orc) mapping "NAME"
/** Lists the ingestion mappings of a table. */
public record ShowMappings(TableName table, Optional<String> kind, Optional<Name> name) implements ShowCommand {
    private static final List<String> KINDS = List.of("csv", "json", "avro", "apacheavro", "parquet", "orc");
    private static final Schema ANSWER = AnswerSchema.of(
            "Name string, Kind string, Mapping string, LastUpdatedOn datetime, Database string, Table string");

    public static ShowCommand read(CommandReader reader, TableName table) {
        if (reader.take("mappings")) {
            return new ShowMappings(table, Optional.empty(), Optional.empty());
        }
        Optional<String> kind = Optional.of(kind(reader));
        if (reader.take("mappings")) {
            return new ShowMappings(table, kind, Optional.empty());
        }
        reader.expect("mapping");
        return new ShowMappings(table, kind, Optional.of(reader.name()));
    }

    static String kind(CommandReader reader) {
        String kind = reader.peekWord();
        if (!KINDS.contains(kind)) {
            throw reader.unexpected("one of " + String.join(", ", KINDS));
        }
        reader.take(kind);
        return kind;
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        Table found = table.in(database);
        List<MappingName> names = found.mappings().keySet().stream()
                .filter(mapping ->
                        kind.filter(wanted -> !wanted.equals(mapping.kind())).isEmpty())
                .filter(mapping -> name.filter(wanted -> !wanted.value().equals(mapping.name()))
                        .isEmpty())
                .sorted(Comparator.comparing(MappingName::kind).thenComparing(MappingName::name))
                .toList();
        if (name.isPresent() && names.isEmpty()) {
            throw CommandProblem.MAPPING_NOT_FOUND
                    .at(name.get().span(), name.get().value())
                    .in(table.source())
                    .toException();
        }
        return answer(database, found, names);
    }

    static CommandResult answer(Database database, Table table, List<MappingName> names) {
        return CommandResult.of(
                ANSWER,
                names.stream()
                        .map(mapping -> CommandResult.row(
                                mapping.name(),
                                mapping.kind().toUpperCase(Locale.ROOT),
                                table.mappings().get(mapping),
                                null,
                                database.name(),
                                table.name()))
                        .toList());
    }
}
