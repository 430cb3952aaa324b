package io.adxflow.emulator.command.continuous;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.export.ContinuousRun;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.ContinuousExport;
import io.adxflow.emulator.store.ContinuousExport.Progress;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.Note;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.language.TimespanText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the continuous exports of a database whose time has come, the one first that has waited longest. The files of a run are
 * told in the transaction that moves its cursor: files that are told have each row once, whatever happens between.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/continuous-data-export">Continuous data export</a>
 */
public record ContinuousExports(CommandContext context) {
    private static final Logger LOG = LoggerFactory.getLogger(ContinuousExports.class);
    private static final String KIND = "DataExportToExternalTable";
    /** An export that failed for so long is disabled. */
    private static final long PATIENCE = 7 * TimespanText.TICKS_PER_DAY;

    static String key(String database, String export) {
        return database + "/" + export;
    }

    public void runDue() {
        ExportHistory.forgetOld(context.store());
        long now = context.store().now();
        context.database().entities().exports().values().stream()
                .filter(ContinuousExport::isEnabled)
                .filter(export ->
                        now - export.progress().lastRun() >= export.definition().interval())
                .sorted(Comparator.comparingLong(export -> export.progress().lastRun()))
                .forEach(this::runOnce);
    }

    /** Unless it runs already. */
    private void runOnce(ContinuousExport export) {
        String key = key(context.databaseName(), export.name());
        if (!context.services().exporting().add(key)) {
            return;
        }
        try {
            run(export);
        } finally {
            context.services().exporting().remove(key);
        }
    }

    private void run(ContinuousExport export) {
        long start = context.store().now();
        try {
            CommandContext own = context.with(export.definition().query());
            own.services().requests().during(KIND, own.request(), () -> exported(export, start));
        } catch (UserException e) {
            failed(export, start, e.diagnostics().get(0).message(), e);
        } catch (RemoteException e) {
            failed(export, start, e.getMessage(), e);
        }
    }

    private CommandResult exported(ContinuousExport export, long start) {
        long after = export.progress().exportedTo();
        try (Snapshot snapshot = context.open()) {
            ExternalTable table = table(snapshot.database(), export);
            long until = until(snapshot.database(), export, start);
            List<List<Object>> files = until > after
                    ? new ContinuousRun(context, table, export.definition(), after).until(snapshot, until)
                    : List.of();
            Progress progress = new Progress(Math.max(until, after), start, start, "Completed");
            List<Note> notes = files.isEmpty() ? List.of() : List.of(artifacts(export, table, start, files));
            advance(export, progress, true, notes);
            return CommandResult.of(new Schema(List.of()), List.of());
        }
    }

    /** Of a latency that is forced, rows that came in later wait. */
    private static long until(Database database, ContinuousExport export, long now) {
        long latency = export.definition().latency();
        return latency == 0 ? database.cursor() : Math.min(database.cursor(), now - latency);
    }

    private static ExternalTable table(Database database, ContinuousExport export) {
        String name = export.definition().externalTable();
        return Optional.ofNullable(database.entities().externals().get(name))
                .orElseThrow(() -> CommandProblem.EXTERNAL_TABLE_NOT_FOUND
                        .at(Span.at(0), name)
                        .in(new SourceText("query", export.definition().query()))
                        .toException());
    }

    private Note artifacts(ContinuousExport export, ExternalTable table, long start, List<List<Object>> files) {
        List<Object> told = new ArrayList<>();
        for (List<Object> file : files) {
            List<Object> row = new ArrayList<>(List.of(start, table.name()));
            row.addAll(file);
            told.add(row);
        }
        return ExportHistory.note(ExportHistory.ARTIFACTS, context.databaseName(), export.name(), start, told);
    }

    private void failed(ContinuousExport export, long start, String reason, RuntimeException cause) {
        LOG.warn("continuous export '{}' failed: {}", export.name(), reason);
        Progress old = export.progress();
        Progress progress = new Progress(old.exportedTo(), start, old.lastSuccess(), "Failed");
        boolean isGivenUp = cause instanceof UserException && start - old.lastSuccess() > PATIENCE;
        List<Object> told = new ArrayList<>();
        told.add(start);
        told.add(UUID.randomUUID().toString());
        told.add(export.name());
        told.add(old.result().isEmpty() ? null : (Object) old.lastSuccess());
        told.add("Failure");
        told.add(reason);
        advance(
                export,
                progress,
                !isGivenUp,
                List.of(ExportHistory.note(
                        ExportHistory.FAILURES, context.databaseName(), export.name(), start, told)));
    }

    /** Somebody may have dropped or disabled it meanwhile, or made another one of its name. */
    private void advance(ContinuousExport ran, Progress progress, boolean isEnabled, List<Note> notes) {
        context.change(database -> {
            ContinuousExport now = database.entities().exports().get(ran.name());
            if (now == null || now.startCursor() != ran.startCursor()) {
                return new Changed<>(database, false);
            }
            ContinuousExport next = now.with(progress).enabled(now.isEnabled() && isEnabled);
            return new Changed<>(database.withEntities(database.entities().with(next)), true, notes);
        });
    }
}
