package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.HiddenText;
import io.adxflow.emulator.command.language.RequestOrigin;
import io.adxflow.emulator.command.language.Transition;
import io.adxflow.emulator.command.language.Transition.TableChange;
import io.adxflow.emulator.store.ContinuousExport;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Entities;
import io.adxflow.emulator.store.JournalEntry;
import io.adxflow.emulator.store.JournalEntry.Author;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells from two states of a database what became of its entities. Rows that come and go leave no entry.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/journal">.show journal</a>
 */
public final class Journal {
    private static final ContinuousExport.Progress NO_PROGRESS = new ContinuousExport.Progress(0, 0, 0, "");

    private final long now;
    private final Author author;
    private final Database before;
    private final List<JournalEntry> entries = new ArrayList<>();

    private Journal(long now, Author author, Database before) {
        this.now = now;
        this.author = author;
        this.before = before;
    }

    /** The state after the change, with its entries and one version later if it has any. */
    public static Database written(CommandContext context, Database before, Database after) {
        Journal journal = new Journal(context.store().now(), author(context), before);
        new Transition(before, after).tables().forEach(journal::table);
        journal.entities(before.entities(), after.entities());
        boolean isNamed = before.entities().prettyName().equals(after.entities().prettyName());
        if (!isNamed || !before.policies().equals(after.policies())) {
            journal.add("ALTER-DATABASE", before.name(), before.name(), "", "");
        }
        return journal.entries.isEmpty()
                ? after
                : after.withHistory(after.history().plus(journal.entries));
    }

    private static Author author(CommandContext context) {
        RequestOrigin origin = context.request().origin();
        return new Author(
                HiddenText.mask(context.request().text()),
                context.access().principal(),
                origin.activity(),
                origin.clientRequestId());
    }

    private void table(TableChange change) {
        String old = change.before().map(Journal::state).orElse("");
        String next = change.after().map(Journal::state).orElse("");
        if (change.isCreated()) {
            Table made = change.after().orElseThrow();
            boolean isBack = before.history().dropped().stream()
                    .anyMatch(one -> one.table().id().equals(made.id()));
            add(isBack ? "UNDO-DROP-TABLE" : "CREATE-TABLE", made.name(), made.name(), old, next);
        } else if (change.isDropped()) {
            add("DROP-TABLE", change.name(), change.name(), old, next);
        } else if (change.isOfDefinition()) {
            String name = change.after().orElseThrow().name();
            add(name.equals(change.name()) ? "ALTER-TABLE" : "RENAME-TABLE", change.name(), name, old, next);
        }
    }

    private void entities(Entities old, Entities next) {
        compare("FUNCTION", old.functions(), next.functions(), one -> one.function()
                .body());
        compare("MATERIALIZED-VIEW", definitions(old), definitions(next), MaterializedView.Definition::query);
        compare("CONTINUOUS-EXPORT", definitions(old.exports()), definitions(next.exports()), one -> one.definition()
                .query());
        compare("EXTERNAL-TABLE", old.externals(), next.externals(), table -> "Name: " + table.name());
        if (!old.roles().equals(next.roles())) {
            add("ALTER-PRINCIPALS", before.name(), before.name(), "", "");
        }
    }

    private static Map<String, MaterializedView.Definition> definitions(Entities entities) {
        Map<String, MaterializedView.Definition> definitions = new TreeMap<>();
        entities.views().forEach((name, view) -> definitions.put(name, view.definition()));
        return definitions;
    }

    /** How far they are is nothing that a command changes. */
    private static Map<String, ContinuousExport> definitions(Map<String, ContinuousExport> exports) {
        Map<String, ContinuousExport> definitions = new TreeMap<>();
        exports.forEach((name, export) -> definitions.put(name, export.with(NO_PROGRESS)));
        return definitions;
    }

    private <E> void compare(String kind, Map<String, E> old, Map<String, E> next, Function<E, String> state) {
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(next.keySet());
        for (String name : names) {
            E was = old.get(name);
            E now = next.get(name);
            if (!Objects.equals(was, now)) {
                String verb = was == null ? "CREATE-" : now == null ? "DROP-" : "ALTER-";
                add(verb + kind, name, name, was == null ? "" : state.apply(was), now == null ? "" : state.apply(now));
            }
        }
    }

    private void add(String event, String entity, String updated, String old, String next) {
        long version = before.history().changes() + 1;
        entries.add(new JournalEntry(event, now, entity, updated, version, old, next, author));
    }

    private static String state(Table table) {
        return table.schema().columns().stream()
                .map(column -> "Name='[" + table.name() + "].[" + column.name() + "]', Type='"
                        + storageType(column.type()) + "'")
                .collect(Collectors.joining(", ", "Name: " + table.name() + ", Attributes: ", ""));
    }

    /** As the service calls the type on disk. */
    private static String storageType(KqlType type) {
        return switch (type) {
            case BOOL -> "I8";
            case INT -> "I32";
            case LONG -> "I64";
            case REAL -> "R64";
            case DECIMAL -> "Decimal";
            case STRING -> "StringBuffer";
            case DATETIME -> "DateTime";
            case TIMESPAN -> "TimeSpan";
            case GUID -> "UniqueId";
            case DYNAMIC -> "Dynamic";
        };
    }
}
