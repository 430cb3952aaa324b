package io.adxflow.emulator.command;

import io.adxflow.emulator.command.access.AlterRoles;
import io.adxflow.emulator.command.access.AlterRoles.Verb;
import io.adxflow.emulator.command.access.RoleScope;
import io.adxflow.emulator.command.access.ShowPrincipals;
import io.adxflow.emulator.command.external.CreateExternalTable;
import io.adxflow.emulator.command.external.CreateExternalTable.Existing;
import io.adxflow.emulator.command.external.DescribeExternalTable;
import io.adxflow.emulator.command.external.DropExternalTable;
import io.adxflow.emulator.command.external.ExternalMappings;
import io.adxflow.emulator.command.external.ExternalName;
import io.adxflow.emulator.command.external.ShowExternalArtifacts;
import io.adxflow.emulator.command.external.ShowExternalMappings;
import io.adxflow.emulator.command.external.ShowExternalSchema;
import io.adxflow.emulator.command.external.ShowExternalTables;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandForm;
import io.adxflow.emulator.command.language.CommandReader;
import java.util.List;
import java.util.Optional;

/** The commands about external tables. */
final class ExternalForms {
    static final List<CommandForm> ALL = List.of(
            new CommandForm(".create external table", reader -> made(reader, Existing.FORBIDDEN)),
            new CommandForm(".create-or-alter external table", reader -> made(reader, Existing.ALLOWED)),
            new CommandForm(".alter external table", ExternalForms::altered),
            new CommandForm(".drop external table", ExternalForms::dropped),
            new CommandForm(".show external tables", ExternalForms::all),
            new CommandForm(".show external table", ExternalForms::shown),
            new CommandForm(".add external table", reader -> roles(reader, Verb.ADD)),
            new CommandForm(".set external table", reader -> roles(reader, Verb.SET)));

    private ExternalForms() {}

    private static Command made(CommandReader reader, Existing existing) {
        ExternalName table = ExternalName.read(reader);
        return reader.take("mapping")
                ? ExternalMappings.read(reader, table, existing)
                : CreateExternalTable.read(reader, table, existing);
    }

    private static Command altered(CommandReader reader) {
        ExternalName table = ExternalName.read(reader);
        if (reader.take("docstring")) {
            return new DescribeExternalTable(table, false, reader.string());
        }
        if (reader.take("folder")) {
            return new DescribeExternalTable(table, true, reader.string());
        }
        return reader.take("mapping")
                ? ExternalMappings.read(reader, table, Existing.REQUIRED)
                : CreateExternalTable.read(reader, table, Existing.REQUIRED);
    }

    private static Command dropped(CommandReader reader) {
        ExternalName table = ExternalName.read(reader);
        if (AlterRoles.follows(reader)) {
            return AlterRoles.read(reader, Verb.DROP, new RoleScope.OfExternal(table));
        }
        return reader.take("mapping")
                ? ExternalMappings.readDrop(reader, table)
                : DropExternalTable.read(reader, table);
    }

    private static Command roles(CommandReader reader, Verb verb) {
        return AlterRoles.read(reader, verb, new RoleScope.OfExternal(ExternalName.read(reader)));
    }

    private static Command all(CommandReader reader) {
        requireEnd(reader, ".show external tables");
        return new ShowExternalTables(Optional.empty());
    }

    private static Command shown(CommandReader reader) {
        ExternalName table = ExternalName.read(reader);
        if (reader.take("principals")) {
            return new ShowPrincipals(new RoleScope.OfExternal(table));
        }
        if (reader.take("mappings")) {
            return new ShowExternalMappings(table, Optional.empty());
        }
        if (reader.take("mapping")) {
            return new ShowExternalMappings(table, Optional.of(reader.name()));
        }
        if (reader.take("artifacts")) {
            return ShowExternalArtifacts.read(reader, table);
        }
        if (reader.take("schema as json")) {
            return new ShowExternalSchema(table, true);
        }
        if (reader.take("cslschema") || reader.take("schema as csl")) {
            return new ShowExternalSchema(table, false);
        }
        requireEnd(reader, ".show external table X");
        return new ShowExternalTables(Optional.of(table));
    }

    private static void requireEnd(CommandReader reader, String command) {
        if (!reader.peekWord().isEmpty()) {
            throw reader.unsupported("'" + command + " " + reader.peekWord() + "'");
        }
    }
}
