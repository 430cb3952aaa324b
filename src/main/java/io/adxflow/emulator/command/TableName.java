package io.adxflow.emulator.command;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;

/** The name of a table in a command, {@code T} or {@code DB.T}, and where it stands. */
record TableName(Name name, SourceText source) {
    static TableName read(CommandReader reader) {
        Name name = reader.name();
        if (reader.isAtSymbol(".") && reader.peekWord().length() > 1) {
            reader.takeSymbol(".");
            name = reader.name();
        }
        return new TableName(name, reader.source());
    }

    /** A name that a table may get. */
    static TableName readNew(CommandReader reader) {
        return new TableName(Columns.legal(reader, reader.name()), reader.source());
    }

    String value() {
        return name.value();
    }

    Table in(Database database) {
        return database.table(value()).orElseThrow(() -> missing(database));
    }

    UserException missing(Database database) {
        return CommandProblem.TABLE_NOT_FOUND
                .at(name.span(), value())
                .withHint(Suggestion.hint(
                        value(), "tables here", database.tables().keySet()))
                .in(source)
                .toException();
    }

    UserException exists() {
        return CommandProblem.TABLE_EXISTS.at(name.span(), value()).in(source).toException();
    }
}
