package io.adxflow.emulator.command.access;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Scope;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Optional;

// .show principal access with ( principal = 'PRINCIPAL', accesstype = 'ingest', database = 'DB', table = 'T' )
/** Whether who asks may ingest into a table, or read or administer it. The Kafka sink asks so before it starts. */
public record ShowPrincipalAccess(Properties properties) implements OpenCommand {
    private static final Schema ANSWER =
            AnswerSchema.of("Principal string, Database string, Table string, IsAllowed bool");

    public static ShowCommand read(CommandReader reader) {
        return new ShowPrincipalAccess(Properties.read(reader));
    }

    @Override
    public CommandResult run(CommandContext context) {
        String name = properties.text("database").orElse(context.databaseName());
        Database database = context.in(name).database();
        Optional<Table> table = properties.text("table").flatMap(database::table);
        Right right =
                switch (properties.text("accesstype").orElse("ingest")) {
                    case "ingest" -> Right.INGEST;
                    case "read", "view" -> Right.READ;
                    case "admin" -> Right.ADMINISTER;
                    default -> throw properties.bad("accesstype", "ingest, read or admin");
                };
        boolean isAllowed =
                context.access().allows(right, database, table.map(Scope::of).orElse(Scope.DATABASE));
        return CommandResult.of(
                ANSWER,
                List.of(CommandResult.row(
                        properties.text("principal").orElse(context.access().principal()),
                        database.name(),
                        properties.text("table").orElse(""),
                        isAllowed)));
    }
}
