package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.emulator.store.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that shows something of several databases, the rows of one after the rows of another.
 *
 * @param names all databases that may be seen when there are none
 */
public record InDatabases(List<Name> names, SourceText source, ShowCommand command) implements OpenCommand {
    public InDatabases {
        names = List.copyOf(names);
    }

    @Override
    public CommandResult run(CommandContext context) {
        List<CommandContext> places = names.isEmpty() ? seen(context) : named(context);
        List<List<Object>> rows = new ArrayList<>();
        CommandResult last = command.run(places.isEmpty() ? context : places.get(0));
        if (!places.isEmpty()) {
            rows.addAll(last.rows());
        }
        for (CommandContext place : places.subList(Math.min(1, places.size()), places.size())) {
            rows.addAll(command.run(place).rows());
        }
        return CommandResult.of(last.schema(), rows);
    }

    private static List<CommandContext> seen(CommandContext context) {
        return context.store().databases().stream()
                .map(context::in)
                .filter(place -> context.access().allows(Right.SEE, place.database(), Scope.DATABASE))
                .toList();
    }

    private List<CommandContext> named(CommandContext context) {
        List<CommandContext> places = new ArrayList<>();
        for (Name name : names) {
            CommandContext place = new InDatabase(name, source, command).there(context);
            context.access().require(Right.SEE, place.database());
            places.add(place);
        }
        return places;
    }
}
