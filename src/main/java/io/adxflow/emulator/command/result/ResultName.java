package io.adxflow.emulator.command.result;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.StoredResult;

/** The name of a stored query result in a command, and where it stands. */
record ResultName(Name name, SourceText source) {
    static ResultName read(CommandReader reader) {
        return new ResultName(Columns.legal(reader, reader.name()), reader.source());
    }

    String value() {
        return name.value();
    }

    /** The one of who sends the command. */
    StoredResult in(CommandContext context, Database database) {
        return database.entities()
                .result(value(), principal(context))
                .filter(result -> result.expiresOn() > context.store().now())
                .orElseThrow(() -> missing(context, database));
    }

    /** As {@code current_principal()} names who sends the command. */
    static String principal(CommandContext context) {
        return context.request().context().user();
    }

    private UserException missing(CommandContext context, Database database) {
        return CommandProblem.RESULT_NOT_FOUND
                .at(name.span(), value())
                .withHint(Suggestion.hint(
                        value(),
                        "results of this principal",
                        database.entities().results().stream()
                                .filter(one -> one.isOf(principal(context)))
                                .map(StoredResult::name)
                                .toList()))
                .in(source)
                .toException();
    }

    UserException exists() {
        return CommandProblem.RESULT_EXISTS.at(name.span(), value()).in(source).toException();
    }
}
