package io.adxflow.emulator.command.extent;

import static io.adxflow.emulator.command.language.CommandProblem.MISSING_TARGET_COLUMN;
import static io.adxflow.emulator.command.language.CommandProblem.VIEW_WOULD_MISS_ROWS;

import io.adxflow.emulator.command.ingestion.Ingestion;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.policy.Arrival;
import io.adxflow.emulator.command.policy.Arriving;
import io.adxflow.emulator.command.table.SchemaChange;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What moving extents does to a database; the answer rows are collected on the way. */
public final class ExtentMoves {
    static final Schema ANSWER = AnswerSchema.of("OriginalExtentId string, ResultExtentId string, Details string");

    private final List<List<Object>> rows = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private Database database;

    public ExtentMoves(Database database) {
        this.database = database;
    }

    public Database database() {
        return database;
    }

    /** What has come into tables. */
    public List<Arrival> arrivals() {
        return arrivals;
    }

    <R> Arriving<R> arriving(R answer) {
        return new Arriving<>(database, arrivals, derived -> answer);
    }

    CommandResult answer() {
        return CommandResult.of(ANSWER, rows);
    }

    void drop(List<Selection.Held> dropped) {
        for (Selection.Held held : dropped) {
            remove(held);
            rows.add(CommandResult.row(held.extent().id().toString(), "", ""));
        }
    }

    public void move(List<Selection.Held> moved, TableName target, boolean isNewlyIngested, long now) {
        if (!isNewlyIngested && !moved.isEmpty()) {
            requireNoView(target);
        }
        boolean isTimed = isNewlyIngested && Ingestion.isTimed(target.in(database));
        if (isTimed && !moved.isEmpty()) {
            database = database.ingestingAt(now);
        }
        List<Extent> added = new ArrayList<>();
        Set<Table> sources = new LinkedHashSet<>();
        for (Selection.Held held : moved) {
            if (sources.add(held.table())) {
                requireColumns(held.table(), target);
            }
            remove(held);
            Extent copy =
                    SchemaChange.onlyWith(held.extent().copy(), held.table().schema());
            added.add(isTimed ? copy.ingestedAt(database.cursor()) : copy);
            rows.add(CommandResult.row(held.extent().id().toString(), copy.id().toString(), ""));
        }
        database = database.with(target.in(database).plus(added));
        if (!added.isEmpty()) {
            arrivals.add(new Arrival(target.in(database).name(), added, false, false));
        }
    }

    private void remove(Selection.Held held) {
        Table table = database.tables().get(held.table().name());
        database = database.with(table.minus(Set.<UUID>of(held.extent().id())));
    }

    /** A view is about what was ingested after it was made, so it would never see rows with older times. */
    private void requireNoView(TableName target) {
        database.entities().views().values().stream()
                .filter(view -> view.source().equals(target.value()) && view.isEnabled())
                .findFirst()
                .ifPresent(view -> {
                    throw VIEW_WOULD_MISS_ROWS
                            .at(target.name().span(), target.value(), view.name())
                            .withHint("with (setNewIngestionTime=true)")
                            .in(target.source())
                            .toException();
                });
    }

    private void requireColumns(Table source, TableName target) {
        Schema schema = target.in(database).schema();
        for (Column column : source.schema().columns()) {
            if (!schema.columns().contains(column)) {
                throw MISSING_TARGET_COLUMN
                        .at(
                                target.name().span(),
                                target.value(),
                                column.name(),
                                column.type().keyword(),
                                source.name())
                        .in(target.source())
                        .toException();
            }
        }
    }
}
