package io.adxflow.emulator.command.view;

import static io.adxflow.emulator.command.language.CommandProblem.UNCHANGEABLE_VIEW;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.command.policy.AlterPolicy;
import io.adxflow.emulator.command.policy.PolicyTarget;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.MaterializedView.Definition;
import java.util.List;

// .alter materialized-view [with (…)] V on table T { QUERY }
/**
 * Gives a materialized view another query over the same source. Unlike in ADX the new query is also about the rows that the
 * view has seen before.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/materialized-views/materialized-view-alter">Alter</a>
 */
public record AlterView(ViewDefinition definition) implements Command {
    public static Command read(CommandReader reader) {
        int before = reader.position();
        Properties properties = Properties.read(reader);
        if (properties.isEmpty()) {
            ViewName name = ViewName.read(reader);
            if (reader.take("policy")) {
                return AlterPolicy.read(reader, List.of(PolicyTarget.ofView(name)), false);
            }
            if (!reader.peekWord().equals("on")) {
                return DescribeView.read(reader, name);
            }
        }
        return new AlterView(ViewDefinition.read(reader.at(before)));
    }

    @Override
    public void authorize(CommandContext context) {
        definition.name().in(context.database());
    }

    @Override
    public CommandResult run(CommandContext context) {
        Definition checked = definition.check(context);
        return context.change(database -> {
            MaterializedView old = definition.name().in(database);
            Database next = altered(database, old, checked, definition);
            return new Changed<>(
                    next, ShowViews.answer(context, List.of(definition.name().in(next))));
        });
    }

    static Database altered(Database database, MaterializedView old, Definition checked, ViewDefinition definition) {
        if (!old.source().equals(checked.source())) {
            throw UNCHANGEABLE_VIEW
                    .at(
                            definition.name().span(),
                            old.name(),
                            "its source is '" + old.source() + "' and cannot become '" + checked.source() + "'")
                    .in(definition.name().source())
                    .toException();
        }
        Definition next =
                checked.enabled(old.isEnabled()).createdOn(old.definition().createdOn());
        return database.withEntities(database.entities().with(old.with(next)));
    }
}
