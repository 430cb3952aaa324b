package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import java.util.Optional;

/** The name of a table in a command, {@code T} or {@code DB.T}, and where it stands. */
public record TableName(Optional<Name> qualifier, Name name, SourceText source) {
    public static TableName read(CommandReader reader) {
        Name name = reader.name();
        if (!reader.isAtSymbol(".")) {
            return new TableName(Optional.empty(), name, reader.source());
        }
        reader.takeSymbol(".");
        return new TableName(Optional.of(name), reader.name(), reader.source());
    }

    /** A name that a table may get. */
    public static TableName readNew(CommandReader reader) {
        return new TableName(Optional.empty(), Columns.legal(reader, reader.name()), reader.source());
    }

    public String value() {
        return name.value();
    }

    public Table in(Database database) {
        requireIn(database);
        return database.table(value()).orElseThrow(() -> missing(database));
    }

    /** The qualifier, if there is one, names this database. */
    public void requireIn(Database database) {
        qualifier
                .filter(other -> !other.value().equalsIgnoreCase(database.name()))
                .ifPresent(other -> {
                    throw CommandProblem.UNSUPPORTED
                            .at(other.span(), "a table of another database than '" + database.name() + "'")
                            .in(source)
                            .toException();
                });
    }

    public UserException missing(Database database) {
        return CommandProblem.TABLE_NOT_FOUND
                .at(name.span(), value())
                .withHint(Suggestion.hint(
                        value(), "tables here", database.tables().keySet()))
                .in(source)
                .toException();
    }

    public UserException exists() {
        return CommandProblem.TABLE_EXISTS.at(name.span(), value()).in(source).toException();
    }
}
