package io.adxflow.emulator.command;

import io.adxflow.emulator.command.access.AlterRoles;
import io.adxflow.emulator.command.access.RoleScope;
import io.adxflow.emulator.command.cluster.CreateDatabase;
import io.adxflow.emulator.command.cluster.ExecuteScript;
import io.adxflow.emulator.command.cluster.NameDatabase;
import io.adxflow.emulator.command.export.Export;
import io.adxflow.emulator.command.extent.AlterExtentTags;
import io.adxflow.emulator.command.extent.DropExtents;
import io.adxflow.emulator.command.extent.MergeExtents;
import io.adxflow.emulator.command.extent.MoveExtents;
import io.adxflow.emulator.command.extent.ReplaceExtents;
import io.adxflow.emulator.command.function.CreateFunction;
import io.adxflow.emulator.command.function.CreateFunction.Verb;
import io.adxflow.emulator.command.function.DropFunctions;
import io.adxflow.emulator.command.function.FunctionName;
import io.adxflow.emulator.command.ingestion.GetIdentityToken;
import io.adxflow.emulator.command.ingestion.IngestBlobs;
import io.adxflow.emulator.command.ingestion.IngestFromQuery;
import io.adxflow.emulator.command.ingestion.IngestFromQuery.Mode;
import io.adxflow.emulator.command.ingestion.IngestInline;
import io.adxflow.emulator.command.ingestion.IngestionMappings;
import io.adxflow.emulator.command.ingestion.IngestionMappings.Existing;
import io.adxflow.emulator.command.ingestion.ShowResources;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandForm;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.FixedAnswer;
import io.adxflow.emulator.command.language.InDatabase;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.policy.AlterPolicy;
import io.adxflow.emulator.command.policy.PolicyTarget;
import io.adxflow.emulator.command.record.DeleteRecords;
import io.adxflow.emulator.command.record.UpdateTable;
import io.adxflow.emulator.command.table.AlterColumn;
import io.adxflow.emulator.command.table.AlterTableColumns;
import io.adxflow.emulator.command.table.ClearTable;
import io.adxflow.emulator.command.table.ColumnName;
import io.adxflow.emulator.command.table.CreateTables;
import io.adxflow.emulator.command.table.DescribeColumns;
import io.adxflow.emulator.command.table.DescribeTable;
import io.adxflow.emulator.command.table.DropColumns;
import io.adxflow.emulator.command.table.DropTables;
import io.adxflow.emulator.command.table.RenameColumns;
import io.adxflow.emulator.command.table.RenameTables;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All commands. */
final class CommandForms {
    private static final List<CommandForm> OF_TABLES = List.of(
            new CommandForm(".create tables", reader -> CreateTables.readMany(reader, false)),
            new CommandForm(".create table", CommandForms::createTable),
            new CommandForm(".create function", CreateFunction::readCreate),
            new CommandForm(".create-or-alter function", reader -> CreateFunction.read(reader, Verb.CREATE_OR_ALTER)),
            new CommandForm(".create-or-alter table", CommandForms::createOrAlterTable),
            new CommandForm(".create-merge tables", reader -> CreateTables.readMany(reader, true)),
            new CommandForm(
                    ".create-merge table", reader -> CreateTables.readOne(reader, TableName.readNew(reader), true)),
            new CommandForm(".alter async table", reader -> alterTags(reader, false)),
            new CommandForm(".alter table", reader -> alterTable(reader, false)),
            new CommandForm(".alter-merge async table", reader -> alterTags(reader, true)),
            new CommandForm(".alter-merge table", reader -> alterTable(reader, true)),
            new CommandForm(".alter tables", reader -> alterTables(reader, false)),
            new CommandForm(".alter-merge tables", reader -> alterTables(reader, true)),
            new CommandForm(".delete tables", CommandForms::deleteOfTables),
            new CommandForm(".alter function", CreateFunction::readAlter),
            new CommandForm(".alter database", reader -> alterDatabase(reader, false)),
            new CommandForm(".alter-merge database", reader -> alterDatabase(reader, true)),
            new CommandForm(".delete async table", CommandForms::deleteRecords),
            new CommandForm(".delete table", CommandForms::deleteTable),
            new CommandForm(".delete database", CommandForms::deleteDatabase),
            new CommandForm(".drop tables", DropTables::readMany),
            new CommandForm(".drop async table", reader -> dropTags(reader, true)),
            new CommandForm(".drop table", CommandForms::dropTable),
            new CommandForm(".drop functions", DropFunctions::readMany),
            new CommandForm(".drop function", CommandForms::dropFunction),
            new CommandForm(".drop async extent tags", reader -> AlterExtentTags.readOldDrop(reader, true)),
            new CommandForm(".drop extent tags", reader -> AlterExtentTags.readOldDrop(reader, false)),
            new CommandForm(".drop extents", DropExtents::readMany),
            new CommandForm(".drop extent", DropExtents::readOne),
            new CommandForm(".drop column", DropColumns::readOne),
            new CommandForm(".alter column", AlterColumn::read),
            new CommandForm(".alter-merge column", reader -> columnPolicy(reader, true)),
            new CommandForm(".delete column", reader -> columnPolicy(reader, false)),
            new CommandForm(".rename columns", RenameColumns::readMany),
            new CommandForm(".rename column", RenameColumns::readOne),
            new CommandForm(".rename tables", RenameTables::readMany),
            new CommandForm(".rename table", RenameTables::readOne),
            new CommandForm(".clear async table", reader -> ClearTable.read(reader, true)),
            new CommandForm(".clear table", reader -> ClearTable.read(reader, false)),
            new CommandForm(
                    ".clear database cache streamingingestion schema",
                    reader -> new FixedAnswer(
                            "NodeId string, Status string", List.of(List.of("localhost", "Succeeded")))),
            new CommandForm(".ingest inline into", IngestInline::read),
            new CommandForm(".ingest", IngestBlobs::read),
            new CommandForm(".set-or-append", reader -> IngestFromQuery.read(reader, Mode.SET_OR_APPEND)),
            new CommandForm(".set-or-replace", reader -> IngestFromQuery.read(reader, Mode.SET_OR_REPLACE)),
            new CommandForm(".set table", CommandForms::setTable),
            new CommandForm(".set", reader -> IngestFromQuery.read(reader, Mode.SET)),
            new CommandForm(".append", reader -> IngestFromQuery.read(reader, Mode.APPEND)),
            new CommandForm(".export", Export::read),
            new CommandForm(".move", MoveExtents::read),
            new CommandForm(".replace", ReplaceExtents::read),
            new CommandForm(".update", UpdateTable::read),
            new CommandForm(".merge", MergeExtents::read),
            new CommandForm(".execute database", ExecuteScript::read),
            new CommandForm(".create database", CreateDatabase::read),
            new CommandForm(".refresh database", CommandForms::refresh),
            new CommandForm(".get ingestion resources", reader -> new ShowResources(false)),
            new CommandForm(".get kusto identity token", GetIdentityToken::read));

    /** Where one form begins with another, the longer one stands first. */
    static final List<CommandForm> ALL = Stream.of(
                    OF_TABLES,
                    ShowForms.ALL,
                    ViewForms.ALL,
                    RoleForms.ALL,
                    OperationForms.ALL,
                    ResultForms.ALL,
                    ExternalForms.ALL,
                    ContinuousForms.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(form -> -form.words().split(" ").length))
            .toList();

    private CommandForms() {}

    private static Command createTable(CommandReader reader) {
        TableName table = TableName.readNew(reader);
        return reader.take("ingestion")
                ? IngestionMappings.read(reader, table, Existing.FORBIDDEN)
                : CreateTables.readOne(reader, table, false);
    }

    private static Command createOrAlterTable(CommandReader reader) {
        TableName table = TableName.read(reader);
        reader.expect("ingestion");
        return IngestionMappings.read(reader, table, Existing.ALLOWED);
    }

    private static Command alterTable(CommandReader reader, boolean isMerge) {
        TableName table = TableName.read(reader);
        if (reader.take("ingestion")) {
            return IngestionMappings.read(reader, table, Existing.REQUIRED);
        }
        if (reader.take("policy")) {
            return AlterPolicy.read(reader, List.of(PolicyTarget.ofTable(table)), isMerge);
        }
        if (reader.take("extent tags")) {
            return AlterExtentTags.readAlter(reader, table, isMerge, false);
        }
        if (reader.take("column-docstrings")) {
            return DescribeColumns.read(reader, table, isMerge);
        }
        if (reader.take("docstring")) {
            return new DescribeTable(table, false, reader.string());
        }
        if (reader.take("folder")) {
            return new DescribeTable(table, true, reader.string());
        }
        return AlterTableColumns.read(reader, table, isMerge);
    }

    private static Command alterTables(CommandReader reader, boolean isMerge) {
        return AlterPolicy.read(reader, targets(reader), isMerge);
    }

    private static Command columnPolicy(CommandReader reader, boolean isMerge) {
        List<PolicyTarget> targets = List.of(ColumnName.read(reader).target());
        reader.expect("policy");
        return isMerge ? AlterPolicy.read(reader, targets, true) : AlterPolicy.readDelete(reader, targets);
    }

    private static Command deleteOfTables(CommandReader reader) {
        return AlterPolicy.readDelete(reader, targets(reader));
    }

    private static List<PolicyTarget> targets(CommandReader reader) {
        List<PolicyTarget> targets = reader.list(() -> PolicyTarget.ofTable(TableName.read(reader)));
        reader.expect("policy");
        return targets;
    }

    private static Command alterTags(CommandReader reader, boolean isMerge) {
        TableName table = TableName.read(reader);
        reader.expect("extent tags");
        return AlterExtentTags.readAlter(reader, table, isMerge, true);
    }

    private static Command alterDatabase(CommandReader reader, boolean isMerge) {
        Name database = reader.name();
        if (!isMerge && reader.take("prettyname")) {
            return new InDatabase(database, reader.source(), new NameDatabase(reader.string()));
        }
        reader.expect("policy");
        Command command = AlterPolicy.read(reader, List.of(PolicyTarget.ofDatabase()), isMerge);
        return new InDatabase(database, reader.source(), command);
    }

    private static Command deleteRecords(CommandReader reader) {
        TableName table = TableName.read(reader);
        reader.expect("records");
        return DeleteRecords.read(reader, table, true);
    }

    private static Command deleteTable(CommandReader reader) {
        TableName table = TableName.read(reader);
        if (reader.take("records")) {
            return DeleteRecords.read(reader, table, false);
        }
        reader.expect("policy");
        return AlterPolicy.readDelete(reader, List.of(PolicyTarget.ofTable(table)));
    }

    private static Command deleteDatabase(CommandReader reader) {
        Name database = reader.name();
        reader.expect("policy");
        Command command = AlterPolicy.readDelete(reader, List.of(PolicyTarget.ofDatabase()));
        return new InDatabase(database, reader.source(), command);
    }

    private static Command setTable(CommandReader reader) {
        TableName table = TableName.read(reader);
        return reader.take("policy")
                ? AlterPolicy.read(reader, List.of(PolicyTarget.ofTable(table)), false)
                : AlterRoles.read(reader, AlterRoles.Verb.SET, new RoleScope.OfTable(table));
    }

    private static Command dropTable(CommandReader reader) {
        TableName table = TableName.read(reader);
        if (AlterRoles.follows(reader)) {
            return AlterRoles.read(reader, AlterRoles.Verb.DROP, new RoleScope.OfTable(table));
        }
        if (reader.take("extent tags")) {
            return AlterExtentTags.readDrop(reader, table, false);
        }
        if (reader.take("columns")) {
            return DropColumns.readMany(reader, table);
        }
        if (reader.take("ingestion")) {
            return IngestionMappings.readDrop(reader, table);
        }
        return DropTables.readOne(reader, table);
    }

    private static Command dropFunction(CommandReader reader) {
        FunctionName function = FunctionName.read(reader);
        return AlterRoles.follows(reader)
                ? AlterRoles.read(reader, AlterRoles.Verb.DROP, new RoleScope.OfFunction(function))
                : DropFunctions.readOne(reader, function);
    }

    private static Command dropTags(CommandReader reader, boolean isAsync) {
        TableName table = TableName.read(reader);
        reader.expect("extent tags");
        return AlterExtentTags.readDrop(reader, table, isAsync);
    }

    /** There is no cache to refresh: policies act at once. */
    private static Command refresh(CommandReader reader) {
        reader.name();
        if (reader.take("table")) {
            reader.name();
        }
        reader.expect("cache");
        reader.name();
        return new FixedAnswer("NodeId string, Status string", List.of(List.of("localhost", "Succeeded")));
    }
}
