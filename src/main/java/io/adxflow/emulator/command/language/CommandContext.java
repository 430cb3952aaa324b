package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Note;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.language.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a command runs in.
 *
 * @param moment when present, the command answers about this moment and not about now
 * @param operation the name of the command in {@code .show operations}; nothing for what the emulator does by itself
 */
public record CommandContext(
        CommandServices services,
        CommandRequest request,
        Optional<Snapshot> moment,
        Cancellation cancellation,
        Optional<UUID> operation) {
    public static CommandContext of(CommandServices services, CommandRequest request) {
        return new CommandContext(services, request, Optional.empty(), new Cancellation(), Optional.empty());
    }

    public Store store() {
        return services.store();
    }

    public BlobSource blobs() {
        return services.blobs();
    }

    public Operations operations() {
        return services.operations();
    }

    public Access access() {
        return request.access();
    }

    public String databaseName() {
        return request.context().database();
    }

    public Database database() {
        return moment.map(Snapshot::database).orElseGet(this::present);
    }

    /** One moment of the database, whose query stops when the command is cancelled. */
    public Snapshot open() {
        return cancellation.watched(store().open(present().name()));
    }

    /** The catalog of a snapshot, as far as who sends the command may read. */
    public Catalog readable(Snapshot snapshot, Catalog catalog) {
        snapshot.reading(new ExternalRows(blobs(), store()));
        return GuardedCatalog.of(catalog, access(), snapshot.database(), store()::database);
    }

    /**
     * Changes the database, unless the command was cancelled. The rules of changes see to who may, and to what follows in the
     * same step.
     */
    public <R> R change(Function<Database, Changed<R>> change) {
        return change(change, (result, database) -> database);
    }

    /**
     * {@link #change} of which more follows.
     *
     * @param following whoever makes the change may make this, which asks for no right of its own
     */
    public <R> R change(Function<Database, Changed<R>> change, BiFunction<R, Database, Database> following) {
        return store().change(databaseName(), database -> finished(database, change, following));
    }

    /** {@link #change} that places segments; when it fails, they are deleted. */
    public <R> R place(List<Segment> segments, Function<Database, Changed<R>> change) {
        return store().place(
                        databaseName(), segments, database -> finished(database, change, (result, after) -> after));
    }

    private <R> Changed<R> finished(
            Database before, Function<Database, Changed<R>> change, BiFunction<R, Database, Database> following) {
        cancellation.check();
        Changed<R> changed = change.apply(before);
        if (changed.database() == before) {
            return changed;
        }
        Database allowed = applied(services.guards(), before, changed.database());
        Database after = applied(services.rules(), before, following.apply(changed.result(), allowed));
        List<Note> notes = new ArrayList<>(changed.notes());
        operation.ifPresent(id -> notes.add(operations().changing(id)));
        return new Changed<>(after, changed.result(), notes);
    }

    private Database applied(List<ChangeRule> rules, Database before, Database after) {
        Database next = after;
        for (ChangeRule rule : rules) {
            next = rule.next(this, before, next);
        }
        return next;
    }

    /** The same for another database, as it is now. */
    public CommandContext in(String database) {
        return new CommandContext(services, request.in(database), Optional.empty(), cancellation, operation);
    }

    CommandContext at(Snapshot snapshot) {
        return new CommandContext(services, request, Optional.of(snapshot), cancellation, operation);
    }

    CommandContext as(UUID entered) {
        return new CommandContext(services, request, moment, cancellation, Optional.of(entered));
    }

    /** The same for another command of the same request. */
    public CommandContext with(String text) {
        return new CommandContext(services, request.withText(text), moment, cancellation, operation);
    }

    private Database present() {
        return store().database(databaseName()).orElseThrow(() -> CommandProblem.DATABASE_NOT_FOUND
                .at(Span.at(0), databaseName())
                .in(new SourceText("command", HiddenText.mask(request.text())))
                .toException());
    }
}
