package io.adxflow.emulator.duckdb;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.ContinuousExport;
import io.adxflow.emulator.store.ContinuousExport.Definition;
import io.adxflow.emulator.store.ContinuousExport.Progress;
import java.util.List;

/** Continuous exports as JSON values. */
final class MetaExport {
    private MetaExport() {}

    static List<Object> row(ContinuousExport export) {
        Definition definition = export.definition();
        Progress progress = export.progress();
        return List.of(
                export.name(),
                export.isEnabled(),
                export.startCursor(),
                definition.externalTable(),
                definition.query(),
                definition.facts(),
                definition.interval(),
                definition.latency(),
                Json.write(definition.properties()),
                progress.exportedTo(),
                progress.lastRun(),
                progress.lastSuccess(),
                progress.result());
    }

    static ContinuousExport export(List<?> row) {
        Definition definition = new Definition(
                (String) row.get(3),
                (String) row.get(4),
                ((List<?>) row.get(5)).stream().map(String.class::cast).toList(),
                (Long) row.get(6),
                (Long) row.get(7),
                MetaTables.policies((String) row.get(8)));
        Progress progress =
                new Progress((Long) row.get(9), (Long) row.get(10), (Long) row.get(11), (String) row.get(12));
        return new ContinuousExport((String) row.get(0), definition, (Boolean) row.get(1), (Long) row.get(2), progress);
    }
}
