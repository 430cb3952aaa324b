package io.adxflow.emulator.command.extent;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

// .alter [async] table T extent tags ( {'TAG',} ) [with (…)] <| QUERY
// .alter-merge [async] table T extent tags ( {'TAG',} ) [with (…)] <| QUERY
// .drop [async] table T extent tags ( {'TAG',} ) [with (…)]
// .drop [async] extent tags from table T ( {'TAG',} ) [with (…)]
/** Sets, adds or takes off tags. The extents get new ids. */
public record AlterExtentTags(
        TableName table, Change change, List<String> tags, Properties properties, MoveExtents.Chooser chooser)
        implements Command {
    private static final Schema ANSWER =
            AnswerSchema.of("OriginalExtentId string, ResultExtentId string, ResultExtentTags string, Details string");

    /** What happens to the tags that an extent has. */
    enum Change {
        SET,
        ADD,
        REMOVE
    }

    public static Command readAlter(CommandReader reader, TableName table, boolean isMerge, boolean isAsync) {
        List<String> tags = reader.list(reader::string);
        Properties properties = Properties.read(reader);
        reader.expectSymbol("<|");
        QueryText query = reader.rest();
        Change change = isMerge ? Change.ADD : Change.SET;
        Command command = new AlterExtentTags(
                table, change, tags, properties, (context, snapshot) -> Selection.of(context, snapshot, query));
        return AsyncCommand.of(isAsync, "TableAlterExtentTags", command);
    }

    public static Command readDrop(CommandReader reader, TableName table, boolean isAsync) {
        if (!reader.isAtSymbol("(")) {
            return AsyncCommand.of(isAsync, "TableDropExtentTags", DropExtentTags.read(reader, Optional.of(table)));
        }
        List<String> tags = reader.list(reader::string);
        Command command = new AlterExtentTags(
                table,
                Change.REMOVE,
                tags,
                Properties.read(reader),
                (context, snapshot) -> tagged(table, tags, snapshot));
        return AsyncCommand.of(isAsync, "TableDropExtentTags", command);
    }

    /** As connectors before 7.0.1 and old pages have it. */
    public static Command readOldDrop(CommandReader reader, boolean isAsync) {
        return reader.take("from table")
                ? readDrop(reader, TableName.read(reader), isAsync)
                : AsyncCommand.of(isAsync, "TableDropExtentTags", DropExtentTags.read(reader, Optional.empty()));
    }

    private static Selection tagged(TableName table, List<String> tags, Snapshot snapshot) {
        List<UUID> ids = table.in(snapshot.database()).extents().stream()
                .filter(extent -> extent.tags().stream().anyMatch(tags::contains))
                .map(Extent::id)
                .toList();
        return Selection.ofIds(
                ids, Optional.of(table.value()), table.source(), table.name().span());
    }

    @Override
    public void authorize(CommandContext context) {
        Command.require(Right.ADMINISTER, context, table);
    }

    @Override
    public CommandResult run(CommandContext context) {
        Selection selection = select(context);
        return context.change(database -> {
            table.in(database);
            List<Selection.Held> held = selection.ofTable(table.value()).held(database, CreationRange.of(properties));
            return changed(database, held);
        });
    }

    private Selection select(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
            return chooser.choose(context, snapshot);
        }
    }

    private Changed<CommandResult> changed(Database database, List<Selection.Held> held) {
        Set<UUID> gone = new HashSet<>();
        List<Extent> tagged = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (Selection.Held one : held) {
            Extent next = one.extent().tagged(next(one.extent().tags()));
            gone.add(one.extent().id());
            tagged.add(next);
            rows.add(row(one.extent(), next));
        }
        Table next = table.in(database).minus(gone).plus(tagged);
        return new Changed<>(database.with(next), CommandResult.of(ANSWER, rows));
    }

    private List<String> next(List<String> old) {
        return switch (change) {
            case SET -> tags;
            case ADD -> Stream.concat(old.stream(), tags.stream()).distinct().toList();
            case REMOVE -> old.stream().filter(tag -> !tags.contains(tag)).toList();
        };
    }

    static List<Object> row(Extent old, Extent next) {
        return CommandResult.row(old.id().toString(), next.id().toString(), String.join(" ", next.tags()), "");
    }

    static CommandResult answer(List<List<Object>> rows) {
        return CommandResult.of(ANSWER, rows);
    }
}
