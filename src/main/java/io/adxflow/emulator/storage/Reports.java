package io.adxflow.emulator.storage;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells what became of an ingestion: in the status table, to who tracks it, and in the queues as far as the client wants it. */
final class Reports {
    private final ReportPlaces places;
    private final TrackedIngestions tracked;
    private final Clock clock;

    Reports(ReportPlaces places, TrackedIngestions tracked, Clock clock) {
        this.places = places;
        this.tracked = tracked;
        this.clock = clock;
    }

    void tell(IngestionMessage message, Ingestor.Outcome outcome) throws IOException {
        if (message.status().isPresent()) {
            places.mergeStatus(message.status().get(), changes(outcome));
        }
        if (message.tracking().isPresent()) {
            tracked.end(message.tracking().get(), outcome);
        }
        if (outcome.isSuccess() && message.reporting().tellsSuccesses()) {
            places.addSuccess(report(message, outcome));
        }
        if (!outcome.isSuccess() && message.reporting().tellsFailures()) {
            places.addFailure(report(message, outcome));
        }
    }

    private Map<String, Object> changes(Ingestor.Outcome outcome) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("Status", outcome.isSuccess() ? "Succeeded" : "Failed");
        changes.put("UpdatedOn", clock.instant().toString());
        changes.put("UpdatedOn@odata.type", "Edm.DateTime");
        if (!outcome.isSuccess()) {
            changes.putAll(failure(outcome));
            for (String name : new String[] {"OperationId", "ActivityId"}) {
                changes.put(name, outcome.operation().toString());
                changes.put(name + "@odata.type", "Edm.Guid");
            }
        }
        return changes;
    }

    private Map<String, Object> report(IngestionMessage message, Ingestor.Outcome outcome) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("OperationId", outcome.operation().toString());
        report.put("Database", message.database());
        report.put("Table", message.table());
        report.put(
                outcome.isSuccess() ? "SucceededOn" : "FailedOn",
                clock.instant().toString());
        report.put("IngestionSourceId", message.id());
        report.put("IngestionSourcePath", message.blob().split("[?;]", 2)[0]);
        report.put("RootActivityId", outcome.operation().toString());
        if (!outcome.isSuccess()) {
            report.putAll(failure(outcome));
            report.put("ShouldRetry", !outcome.isPermanent());
        }
        return report;
    }

    private static Map<String, Object> failure(Ingestor.Outcome outcome) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("ErrorCode", outcome.errorCode());
        failure.put("FailureStatus", outcome.isPermanent() ? "Permanent" : "Transient");
        failure.put("Details", outcome.details());
        failure.put("OriginatesFromUpdatePolicy", false);
        return failure;
    }
}
