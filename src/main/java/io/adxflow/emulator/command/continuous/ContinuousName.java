package io.adxflow.emulator.command.continuous;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.store.ContinuousExport;
import io.adxflow.emulator.store.Database;
import java.util.Optional;

/** The name of a continuous export in a command, and where it stands. */
public record ContinuousName(Name name, SourceText source) {
    public static ContinuousName read(CommandReader reader) {
        return new ContinuousName(Columns.legal(reader, reader.name()), reader.source());
    }

    String value() {
        return name.value();
    }

    Optional<ContinuousExport> find(Database database) {
        return Optional.ofNullable(database.entities().exports().get(value()));
    }

    ContinuousExport in(Database database) {
        return find(database).orElseThrow(() -> CommandProblem.CONTINUOUS_EXPORT_NOT_FOUND
                .at(name.span(), value())
                .withHint(Suggestion.hint(
                        value(),
                        "continuous exports here",
                        database.entities().exports().keySet()))
                .in(source)
                .toException());
    }
}
