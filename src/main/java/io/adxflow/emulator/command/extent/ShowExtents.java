package io.adxflow.emulator.command.extent;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

// .show (table T | tables ( {T,} ) | database [DB]) extents [( {GUID,} )] [hot] [metadata]
//     [where tags (has | contains | !has | !contains) 'TAG' {and tags …}] [with (…)]
/**
 * Lists extents.
 *
 * @param tables all tables of the database when there are none
 * @param ids all extents when there are none
 * @see <a href="https://learn.microsoft.com/kusto/management/show-extents">.show extents</a>
 */
public record ShowExtents(List<TableName> tables, List<UUID> ids, Predicate<Extent> tags, long limit)
        implements ShowCommand {
    private static final Schema SCHEMA = AnswerSchema.of("ExtentId guid, DatabaseName string, TableName string,"
            + " MaxCreatedOn datetime, OriginalSize real, ExtentSize real, CompressedSize real, IndexSize real,"
            + " Blocks long, Segments long, ExtentContainerId string, RowCount long, MinCreatedOn datetime,"
            + " Tags string, Kind string, DeletedRowCount long");

    private static final String LIMIT_PROPERTY = "extentsShowFilteringRuntimePolicy";

    public static boolean follows(CommandReader reader) {
        return reader.peekWord().equals("extents");
    }

    public static ShowCommand read(CommandReader reader, List<TableName> tables) {
        reader.expect("extents");
        return readRest(reader, tables);
    }

    /** What follows the word {@code extents}. */
    public static ShowCommand readRest(CommandReader reader, List<TableName> tables) {
        List<UUID> ids = reader.isAtSymbol("(") ? reader.list(reader::guid) : List.of();
        reader.take("hot");
        reader.take("metadata");
        Predicate<Extent> tags = extent -> true;
        if (reader.take("where")) {
            do {
                tags = tags.and(tagFilter(reader));
            } while (reader.take("and"));
        }
        return new ShowExtents(tables, ids, tags, limit(Properties.read(reader)));
    }

    private static Predicate<Extent> tagFilter(CommandReader reader) {
        reader.expect("tags");
        boolean isNegated = reader.takeSymbol("!");
        boolean isHas = reader.take("has");
        if (!isHas) {
            reader.expect("contains");
        }
        String wanted = reader.string();
        String folded = wanted.toLowerCase(Locale.ROOT);
        Predicate<Extent> found = extent -> extent.tags().stream()
                .anyMatch(tag -> isHas
                        ? tag.equals(wanted)
                        : tag.toLowerCase(Locale.ROOT).contains(folded));
        return isNegated ? found.negate() : found;
    }

    private static long limit(Properties properties) {
        return properties
                .text(LIMIT_PROPERTY)
                .map(text -> Json.read(text) instanceof Map<?, ?> policy
                                && policy.get("MaximumResultsCount") instanceof Number count
                        ? count.longValue()
                        : Long.MAX_VALUE)
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        List<List<Object>> rows = new ArrayList<>();
        for (Table table : tables(database)) {
            table.extents().stream()
                    .filter(extent -> ids.isEmpty() || ids.contains(extent.id()))
                    .filter(tags)
                    .forEach(extent -> rows.add(row(database, table, extent)));
        }
        return CommandResult.of(SCHEMA, rows.stream().limit(limit).toList());
    }

    private List<Table> tables(Database database) {
        return tables.isEmpty()
                ? List.copyOf(database.tables().values())
                : tables.stream().map(name -> name.in(database)).toList();
    }

    private static List<Object> row(Database database, Table table, Extent extent) {
        double bytes = extent.segment().bytes();
        return CommandResult.row(
                extent.id(),
                database.name(),
                table.name(),
                extent.maxCreatedOn(),
                bytes,
                bytes,
                bytes,
                0.0,
                1L,
                1L,
                "",
                extent.segment().rows(),
                extent.minCreatedOn(),
                String.join("\r\n", extent.tags()),
                "StorageV3",
                0L);
    }
}
