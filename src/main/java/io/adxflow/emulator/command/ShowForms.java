package io.adxflow.emulator.command;

import io.adxflow.emulator.command.access.RoleScope;
import io.adxflow.emulator.command.access.ShowPrincipalRoles;
import io.adxflow.emulator.command.access.ShowPrincipals;
import io.adxflow.emulator.command.cluster.ShowCapacity;
import io.adxflow.emulator.command.cluster.ShowCluster;
import io.adxflow.emulator.command.cluster.ShowDatabaseSchema;
import io.adxflow.emulator.command.cluster.ShowDatabases;
import io.adxflow.emulator.command.cluster.ShowDiagnostics;
import io.adxflow.emulator.command.cluster.ShowEntities;
import io.adxflow.emulator.command.cluster.ShowJournal;
import io.adxflow.emulator.command.cluster.ShowVersion;
import io.adxflow.emulator.command.extent.ShowExtents;
import io.adxflow.emulator.command.function.FunctionName;
import io.adxflow.emulator.command.function.ShowFunctions;
import io.adxflow.emulator.command.ingestion.ShowIngestionFailures;
import io.adxflow.emulator.command.ingestion.ShowMappings;
import io.adxflow.emulator.command.ingestion.ShowResources;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandForm;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.FixedAnswer;
import io.adxflow.emulator.command.language.InDatabase;
import io.adxflow.emulator.command.language.InDatabases;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.policy.ShowPolicy;
import io.adxflow.emulator.command.table.ColumnName;
import io.adxflow.emulator.command.table.ShowTable;
import io.adxflow.emulator.command.table.ShowTableSchema;
import io.adxflow.emulator.command.table.ShowTables;
import java.util.List;
import java.util.Optional;

/** The commands that show what there is. */
final class ShowForms {
    /** What may follow {@code .show database} without a name. */
    private static final List<String> PARTS = List.of(
            "schema",
            "cslschema",
            "extents",
            "extent",
            "policy",
            "principals",
            "principal",
            "journal",
            "details",
            "verbose",
            "identity",
            "policies",
            "datastats",
            "metadata",
            "ingestion",
            "");

    private static final String WORKLOAD_GROUPS = "WorkloadGroupName string, WorkloadGroup string";
    private static final List<Object> WORKLOAD_GROUP = List.of("default", "{}");

    static final List<CommandForm> ALL = List.of(
            new CommandForm(".show tables", ShowForms::tables),
            new CommandForm(".show table", ShowForms::table),
            new CommandForm(".show column", ShowForms::column),
            new CommandForm(".show databases", ShowForms::databases),
            new CommandForm(".show cluster databases", ShowForms::databases),
            new CommandForm(".show database", ShowForms::database),
            new CommandForm(".show extents", reader -> ShowExtents.readRest(reader, List.of())),
            new CommandForm(".show schema", reader -> everywhere(reader, ShowDatabaseSchema.read(reader))),
            new CommandForm(
                    ".show cluster extents", reader -> everywhere(reader, ShowExtents.readRest(reader, List.of()))),
            new CommandForm(".show capacity", ShowCapacity::read),
            new CommandForm(".show version", reader -> new ShowVersion()),
            new CommandForm(".show cluster policy", ShowPolicy::readCluster),
            new CommandForm(".show cluster", ShowForms::cluster),
            new CommandForm(".show diagnostics", reader -> new ShowDiagnostics()),
            new CommandForm(
                    ".show workload_groups", reader -> new FixedAnswer(WORKLOAD_GROUPS, List.of(WORKLOAD_GROUP))),
            new CommandForm(".show functions", ShowFunctions::readAll),
            new CommandForm(".show function", ShowForms::function),
            new CommandForm(".show ingestion failures", ShowIngestionFailures::read),
            new CommandForm(".show ingestion resources", reader -> new ShowResources(false)),
            new CommandForm(".show export containers", reader -> new ShowResources(true)));

    private ShowForms() {}

    private static Command everywhere(CommandReader reader, ShowCommand command) {
        return new InDatabases(List.of(), reader.source(), command);
    }

    private static ShowCommand column(CommandReader reader) {
        ColumnName column = ColumnName.read(reader);
        reader.expect("policy");
        return ShowPolicy.readColumn(reader, column.table(), column.name());
    }

    private static ShowCommand tables(CommandReader reader) {
        List<TableName> tables = reader.isAtSymbol("(") ? reader.list(() -> TableName.read(reader)) : List.of();
        if (!tables.isEmpty() && ShowExtents.follows(reader)) {
            return ShowExtents.read(reader, tables);
        }
        boolean isDetailed = reader.take("details");
        return new ShowTables(tables, isDetailed, Properties.read(reader));
    }

    // .show table T
    // .show table T details
    // .show table T (cslschema | kqlschema | schema as json | schema as csl)
    // .show table T extents …
    // .show table T policy P
    // .show table T ingestion …
    // .show table T principals
    // .show table T principal ['PRINCIPAL'] roles
    private static ShowCommand table(CommandReader reader) {
        if (reader.takeSymbol("*")) {
            return ShowPolicy.readAll(reader);
        }
        TableName table = TableName.read(reader);
        if (ShowExtents.follows(reader)) {
            return ShowExtents.read(reader, List.of(table));
        }
        if (reader.take("principals")) {
            return new ShowPrincipals(new RoleScope.OfTable(table));
        }
        if (reader.take("principal")) {
            return ShowPrincipalRoles.read(reader, Optional.of(new RoleScope.OfTable(table)));
        }
        if (reader.take("policy")) {
            return ShowPolicy.readTable(reader, table);
        }
        if (reader.take("ingestion")) {
            return ShowMappings.read(reader, table);
        }
        if (reader.take("details")) {
            return new ShowTables(List.of(table), true, Properties.read(reader));
        }
        if (reader.take("schema as json")) {
            return new ShowTableSchema(table, true);
        }
        if (reader.take("cslschema") || reader.take("kqlschema") || reader.take("schema as csl")) {
            return new ShowTableSchema(table, false);
        }
        requireEnd(reader, ".show table T");
        return new ShowTable(table);
    }

    /** What the service shows of an entity beyond what is shown here is refused by its name. */
    private static void requireEnd(CommandReader reader, String command) {
        if (!reader.peekWord().isEmpty()) {
            throw reader.unsupported("'" + command + " " + reader.peekWord() + "'");
        }
    }

    private static ShowCommand databases(CommandReader reader) {
        List<Name> names = reader.isAtSymbol("(") ? reader.list(reader::name) : List.of();
        if (reader.take("entities")) {
            Properties.read(reader);
            return new InDatabases(names, reader.source(), new ShowEntities());
        }
        if (reader.take("schema")) {
            return new InDatabases(names, reader.source(), ShowDatabaseSchema.read(reader));
        }
        if (ShowExtents.follows(reader)) {
            return new InDatabases(names, reader.source(), ShowExtents.read(reader, List.of()));
        }
        return names.isEmpty()
                ? ShowDatabases.read(reader, false)
                : new InDatabases(names, reader.source(), ShowDatabases.read(reader, true));
    }

    private static Command cluster(CommandReader reader) {
        reader.take("details");
        return new ShowCluster();
    }

    private static Command function(CommandReader reader) {
        FunctionName function = FunctionName.read(reader);
        return reader.take("principals")
                ? new ShowPrincipals(new RoleScope.OfFunction(function))
                : ShowFunctions.readOne(reader, function);
    }

    private static Command database(CommandReader reader) {
        if (reader.takeSymbol("*")) {
            reader.expect("policy");
            return new InDatabases(List.of(), reader.source(), ShowPolicy.readDatabase(reader));
        }
        boolean isUnnamed = PARTS.contains(reader.peekWord());
        if (isUnnamed && !reader.isAtSymbol("[") && !reader.isAtString()) {
            return present(reader);
        }
        Name database = reader.name();
        return new InDatabase(database, reader.source(), present(reader));
    }

    private static Command present(CommandReader reader) {
        if (reader.take("schema violations")) {
            return new FixedAnswer("EntityKind string, EntityName string, Property string, Reason string", List.of());
        }
        if (reader.take("schema")) {
            return ShowDatabaseSchema.read(reader);
        }
        if (reader.take("cslschema")) {
            return ShowDatabaseSchema.readCsl(reader);
        }
        if (reader.take("policy")) {
            return ShowPolicy.readDatabase(reader);
        }
        if (reader.take("principals")) {
            return new ShowPrincipals(RoleScope.DATABASE);
        }
        if (reader.take("principal")) {
            return ShowPrincipalRoles.read(reader, Optional.of(RoleScope.DATABASE));
        }
        if (reader.take("journal")) {
            return new ShowJournal(false);
        }
        return ShowExtents.follows(reader) ? ShowExtents.read(reader, List.of()) : ShowDatabases.read(reader, true);
    }
}
