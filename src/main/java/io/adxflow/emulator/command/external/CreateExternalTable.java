package io.adxflow.emulator.command.external;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.external.ExternalFiles;
import io.adxflow.emulator.external.PathFormat;
import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.ExternalPartition;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.PathPart;
import io.adxflow.kql.language.ExternalDataException;
import io.adxflow.kql.language.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

// (.create | .alter | .create-or-alter) external table X ( {C:TYPE,} ) kind = storage
// [partition by ( {P:TYPE [= C | FUNCTION(C)],} ) [pathformat = ( … )]] dataformat = FORMAT ( {'LOCATOR',} ) [with (…)]
/**
 * Says where the files of a table are, and how they are read. Nobody looks at the files before they are asked for, unless
 * {@code validateNotEmpty} says so. Partitions come from a column, {@code bin}, {@code startofday} and the like, or
 * {@code hash}; or they are columns that only paths have.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/external-tables-azure-storage">External tables</a>
 */
public record CreateExternalTable(
        ExternalName name, Existing existing, ExternalTable table, Span places, boolean isDry, boolean isChecked)
        implements Command {
    private static final List<String> KINDS = List.of("storage", "blob", "adl");
    private static final List<String> OPTIONS = List.of(
            "folder",
            "docstring",
            "compressed",
            "compressiontype",
            "includeheaders",
            "nameprefix",
            "fileextension",
            "encoding");
    private static final List<String> FLAGS = List.of("validatenotempty", "dryrun");

    /** Whether the table may, must or must not be there. */
    public enum Existing {
        ALLOWED,
        REQUIRED,
        FORBIDDEN
    }

    /** What follows the name. */
    public static Command read(CommandReader reader, ExternalName name, Existing existing) {
        if (!reader.isAtSymbol("(")) {
            requireStorage(reader);
            throw reader.unexpected("'('");
        }
        Schema columns = Columns.read(reader);
        requireStorage(reader);
        PartitionReader inner = new PartitionReader(reader, columns);
        List<ExternalPartition> partitions = reader.take("partition by") ? inner.partitions() : List.of();
        int path = reader.position();
        List<PathPart> parts = inner.path(partitions);
        String format = format(reader);
        int start = reader.position();
        List<String> places = reader.list(reader::string);
        Span span = new Span(start, reader.position());
        if (places.isEmpty()) {
            throw reader.unexpected("the address of a container before this");
        }
        Properties properties = Properties.read(reader);
        ExternalTable table = new ExternalTable(
                name.value(), columns, partitions, parts, format, places, options(properties), Map.of());
        requirePath(reader, table, path);
        return new CreateExternalTable(
                name,
                existing,
                table,
                span,
                properties.flag("dryRun", false),
                properties.flag("validateNotEmpty", false));
    }

    private static void requireStorage(CommandReader reader) {
        reader.expect("kind");
        reader.expectSymbol("=");
        String kind = reader.peekWord();
        if (List.of("delta", "sql").contains(kind)) {
            throw CommandProblem.UNSUPPORTED
                    .at(reader.here(), "an external table of kind '" + kind + "'")
                    .withHint("kind=storage reads and writes files: csv, json, parquet and others")
                    .in(reader.source())
                    .toException();
        }
        if (!KINDS.contains(kind)) {
            throw reader.unexpected("storage, delta or sql");
        }
        reader.take(kind);
    }

    private static String format(CommandReader reader) {
        reader.expect("dataformat");
        reader.expectSymbol("=");
        int start = reader.position();
        String format = reader.name().value();
        return DataFormat.named(format).map(DataFormat::keyword).orElseThrow(() -> reader.at(start)
                .unexpected("one of " + String.join(", ", DataFormat.keywords())));
    }

    private static Map<String, String> options(Properties properties) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : properties.names()) {
            if (OPTIONS.contains(option)) {
                options.put(option, properties.text(option).orElseThrow());
            } else if (!FLAGS.contains(option)) {
                throw properties
                        .at(CommandProblem.UNSUPPORTED, option, "the property '" + option + "' of an external table")
                        .withHint("'.show external table X artifacts' lists the files of a table that was made")
                        .toException();
            }
        }
        properties.flag("compressed", false);
        if (!List.of("", "none", "all", "firstfile")
                .contains(options.getOrDefault("includeheaders", "").toLowerCase(Locale.ROOT))) {
            throw properties.bad("includeHeaders", "none, all or firstFile");
        }
        return options;
    }

    private static void requirePath(CommandReader reader, ExternalTable table, int place) {
        try {
            PathFormat.of(table);
        } catch (IllegalArgumentException e) {
            throw reader.at(place).unexpected("a path format: " + e.getMessage());
        }
    }

    @Override
    public CommandResult run(CommandContext context) {
        require(context.database());
        if (isChecked) {
            requireFiles(context);
        }
        return context.change(database -> {
            require(database);
            Optional<ExternalTable> old = name.find(database);
            ExternalTable next = sealed(context)
                    .withMappings(old.map(ExternalTable::mappings).orElse(Map.of()));
            Database changed =
                    isDry ? database : database.withEntities(database.entities().with(next));
            return new Changed<>(changed, ShowExternalTables.answer(List.of(next)));
        });
    }

    private ExternalTable sealed(CommandContext context) {
        return table.withPlaces(
                table.places().stream().map(context.blobs()::seal).toList());
    }

    private void require(Database database) {
        boolean isThere = name.find(database).isPresent();
        if (existing == Existing.REQUIRED) {
            name.in(database);
        }
        if (isThere && existing == Existing.FORBIDDEN) {
            throw name.exists();
        }
        if (database.table(name.value()).isPresent()) {
            throw CommandProblem.TABLE_EXISTS
                    .at(name.name().span(), name.value())
                    .in(name.source())
                    .toException();
        }
    }

    private void requireFiles(CommandContext context) {
        SourceText source = name.source();
        try {
            if (new ExternalFiles(context.blobs(), context.store()).of(table).isEmpty()) {
                throw CommandProblem.NO_EXTERNAL_FILES
                        .at(places, name.value(), "no file is as the table says")
                        .in(source)
                        .toException();
            }
        } catch (ExternalDataException e) {
            throw CommandProblem.NO_EXTERNAL_FILES
                    .at(places, name.value(), e.getMessage())
                    .in(source)
                    .toException();
        }
    }
}
