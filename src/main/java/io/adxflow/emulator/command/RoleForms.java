package io.adxflow.emulator.command;

import io.adxflow.emulator.command.access.AlterRoles;
import io.adxflow.emulator.command.access.AlterRoles.Verb;
import io.adxflow.emulator.command.access.RoleScope;
import io.adxflow.emulator.command.access.ShowPrincipalAccess;
import io.adxflow.emulator.command.access.ShowPrincipalRoles;
import io.adxflow.emulator.command.access.ShowPrincipals;
import io.adxflow.emulator.command.cluster.NameDatabase;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandForm;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.InDatabase;
import io.adxflow.emulator.command.language.Name;
import java.util.List;
import java.util.Optional;

/** The commands about principals and their roles. Those that drop roles of parts stand with the commands that drop the parts. */
final class RoleForms {
    static final List<CommandForm> ALL = List.of(
            new CommandForm(".add database", reader -> AlterRoles.readDatabase(reader, Verb.ADD)),
            new CommandForm(".add table", reader -> AlterRoles.readTable(reader, Verb.ADD)),
            new CommandForm(".add function", reader -> AlterRoles.readFunction(reader, Verb.ADD)),
            new CommandForm(".add materialized-view", reader -> AlterRoles.readView(reader, Verb.ADD)),
            new CommandForm(".set database", reader -> AlterRoles.readDatabase(reader, Verb.SET)),
            new CommandForm(".set function", reader -> AlterRoles.readFunction(reader, Verb.SET)),
            new CommandForm(".set materialized-view", reader -> AlterRoles.readView(reader, Verb.SET)),
            new CommandForm(".drop database", RoleForms::dropOfDatabase),
            new CommandForm(".show cluster principals", reader -> new ShowPrincipals(RoleScope.DATABASE)),
            new CommandForm(".show principal access", ShowPrincipalAccess::read),
            new CommandForm(".show principal", reader -> ShowPrincipalRoles.read(reader, Optional.empty())));

    private RoleForms() {}

    private static Command dropOfDatabase(CommandReader reader) {
        Name database = reader.name();
        if (reader.take("prettyname")) {
            return new InDatabase(database, reader.source(), new NameDatabase(""));
        }
        if (reader.isAtEnd()) {
            throw CommandProblem.UNSUPPORTED
                    .at(database.span(), "dropping a database by a command")
                    .withHint("Azure Data Explorer drops databases through Azure; '.drop tables' empties this one")
                    .in(reader.source())
                    .toException();
        }
        return new InDatabase(database, reader.source(), AlterRoles.read(reader, Verb.DROP, RoleScope.DATABASE));
    }
}
