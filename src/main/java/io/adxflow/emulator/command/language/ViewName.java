package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import java.util.Optional;

/** The name of a materialized view in a command, and where it stands. */
public record ViewName(Name name, SourceText source) {
    public static ViewName read(CommandReader reader) {
        return new ViewName(reader.name(), reader.source());
    }

    /** A name that a view may get. */
    public static ViewName readNew(CommandReader reader) {
        return new ViewName(Columns.legal(reader, reader.name()), reader.source());
    }

    public String value() {
        return name.value();
    }

    public Span span() {
        return name.span();
    }

    public Optional<MaterializedView> find(Database database) {
        return Optional.ofNullable(database.entities().views().get(value()));
    }

    public MaterializedView in(Database database) {
        return find(database).orElseThrow(() -> CommandProblem.VIEW_NOT_FOUND
                .at(span(), value())
                .withHint(Suggestion.hint(
                        value(), "views here", database.entities().views().keySet()))
                .in(source)
                .toException());
    }

    /** @throws io.adxflow.base.diagnostic.UserException when a view, a table or a function has the name */
    public void requireFree(Database database) {
        boolean isTaken = find(database).isPresent()
                || database.entities().functions().containsKey(value())
                || database.table(value()).isPresent();
        if (isTaken) {
            throw CommandProblem.VIEW_EXISTS.at(span(), value()).in(source).toException();
        }
    }
}
