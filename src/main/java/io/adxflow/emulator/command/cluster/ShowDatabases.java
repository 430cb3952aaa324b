package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Scope;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

// .show databases [( {DB,} )] [details | verbose | identity | policies | datastats]
// .show cluster databases …
// .show database [DB] [details | verbose | identity | policies | datastats]
/**
 * Lists the databases that one may see, or the one that the request is about.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/show-databases">.show databases</a>
 */
public record ShowDatabases(boolean isOne, View view) implements OpenCommand {
    private static final String HEAD = "DatabaseName string, PersistentStorage string, Version string, IsCurrent bool,"
            + " DatabaseAccessMode string, PrettyName string";
    private static final String ALL_POLICIES =
            "AuthorizedPrincipals string, RetentionPolicy string, MergePolicy string,"
                    + " CachingPolicy string, ShardingPolicy string, StreamingIngestionPolicy string,"
                    + " IngestionBatchingPolicy string";
    private static final String SIZES = "OriginalSize real, ExtentSize real, CompressedSize real, IndexSize real,"
            + " RowCount long, HotOriginalSize real, HotExtentSize real, HotCompressedSize real, HotIndexSize real,"
            + " HotRowCount long, TotalExtents long, HotExtents long";

    /** How much is shown of each database. */
    public enum View {
        PLAIN(HEAD + ", ReservedSlot1 bool, DatabaseId guid, InTransitionTo string, SuspensionState string"),
        DETAILS(HEAD + ", " + ALL_POLICIES
                + ", TotalSize real, DatabaseId guid, InTransitionTo string, NumberOfTables int,"
                + " NumberOfExternalTables int, NumberOfMaterializedViews int, EncryptionScope string,"
                + " SuspensionState string"),
        VERBOSE(DETAILS.columns),
        IDENTITY(HEAD + ", CurrentUserIsUnrestrictedViewer bool, DatabaseId guid, InTransitionTo string,"
                + " SuspensionState string"),
        POLICIES(HEAD + ", DatabaseId guid, " + ALL_POLICIES),
        DATASTATS(HEAD + ", DatabaseId guid, " + SIZES);

        private final String columns;

        View(String columns) {
            this.columns = columns;
        }

        private String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ShowCommand read(CommandReader reader, boolean isOne) {
        View view = Arrays.stream(View.values())
                .filter(one -> one != View.PLAIN && reader.take(one.keyword()))
                .findFirst()
                .orElse(View.PLAIN);
        return new ShowDatabases(isOne, view);
    }

    @Override
    public CommandResult run(CommandContext context) {
        String current = context.databaseName();
        Schema schema = AnswerSchema.of(view.columns);
        return CommandResult.of(
                schema,
                context.store().databases().stream()
                        .filter(name -> !isOne || name.equalsIgnoreCase(current))
                        .flatMap(name -> context.store().database(name).stream())
                        .filter(database -> context.access().allows(Right.SEE, database, Scope.DATABASE))
                        .map(database -> row(context, schema, database))
                        .toList());
    }

    private static List<Object> row(CommandContext context, Schema schema, Database database) {
        Map<String, Object> facts = DatabaseFacts.of(context, database);
        return CommandResult.row(schema.columns().stream()
                .map(column -> facts.getOrDefault(column.name(), column.type() == KqlType.STRING ? "" : null))
                .toArray());
    }
}
