package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.view.ViewSchema;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.DatabaseFunction;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.language.StoredFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

// .show databases [( {DB,} )] entities [with (…)]
/**
 * The tables, views and functions of all databases, as the Azure Data Explorer web application asks for them.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/show-databases-entities">.show databases entities</a>
 */
public record ShowEntities() implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of("DatabaseName string, EntityType string, EntityName string,"
            + " DocString string, Folder string, CslInputSchema string, Content string, CslOutputSchema string,"
            + " Properties dynamic");

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        List<List<Object>> rows = new ArrayList<>();
        database.tables().values().stream()
                .filter(table -> !table.isHidden())
                .map(table -> List.of(table.name(), table.docString(), table.folder(), "", "", columns(table.schema())))
                .forEach(texts -> rows.add(row(database, "Table", texts)));
        database.entities().views().values().stream()
                .map(view -> texts(view, columns(ViewSchema.of(context, view))))
                .forEach(texts -> rows.add(row(database, "MaterializedView", texts)));
        database.entities().functions().values().stream()
                .map(ShowEntities::texts)
                .forEach(texts -> rows.add(row(database, "Function", texts)));
        database.entities().externals().values().stream()
                .map(table -> List.of(
                        table.name(),
                        table.option("docString"),
                        table.option("folder"),
                        "",
                        "",
                        columns(table.schema())))
                .forEach(texts -> rows.add(row(database, "ExternalTable", texts)));
        return CommandResult.of(ANSWER, rows);
    }

    private static List<String> texts(MaterializedView view, String columns) {
        MaterializedView.Definition definition = view.definition();
        String query = definition.query().strip();
        return List.of(view.name(), definition.docString(), definition.folder(), "", query, columns);
    }

    private static List<String> texts(DatabaseFunction one) {
        StoredFunction function = one.function();
        return List.of(one.name(), one.docString(), one.folder(), function.parameters(), function.body(), "");
    }

    private static List<Object> row(Database database, String type, List<String> texts) {
        List<Object> row = new ArrayList<>(List.of(database.name(), type));
        row.addAll(texts);
        row.add("{}");
        return row;
    }

    private static String columns(Schema schema) {
        return schema.columns().stream()
                .map(column -> column.name() + ":" + column.type().keyword())
                .collect(Collectors.joining(", "));
    }
}
