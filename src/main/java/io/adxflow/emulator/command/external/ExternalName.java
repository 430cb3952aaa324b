package io.adxflow.emulator.command.external;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.ExternalTable;
import java.util.Optional;

/** The name of an external table in a command, and where it stands. */
public record ExternalName(Name name, SourceText source) {
    public static ExternalName read(CommandReader reader) {
        return new ExternalName(Columns.legal(reader, reader.name()), reader.source());
    }

    public String value() {
        return name.value();
    }

    public Optional<ExternalTable> find(Database database) {
        return Optional.ofNullable(database.entities().externals().get(value()));
    }

    public ExternalTable in(Database database) {
        return find(database).orElseThrow(() -> CommandProblem.EXTERNAL_TABLE_NOT_FOUND
                .at(name.span(), value())
                .withHint(Suggestion.hint(
                        value(),
                        "external tables here",
                        database.entities().externals().keySet()))
                .in(source)
                .toException());
    }

    UserException exists() {
        return CommandProblem.EXTERNAL_TABLE_EXISTS
                .at(name.span(), value())
                .in(source)
                .toException();
    }
}
