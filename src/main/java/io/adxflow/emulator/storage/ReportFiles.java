package io.adxflow.emulator.storage;

import java.io.IOException;
import java.util.Map;

/** Reports in the files of this storage, which its own endpoints hand out. */
record ReportFiles(EntityFiles entities, ReportQueue failed, ReportQueue successful) implements ReportPlaces {
    @Override
    public void mergeStatus(EntityKey key, Map<String, Object> changes) throws IOException {
        entities.merge(key, changes);
    }

    @Override
    public void addFailure(Map<String, Object> report) throws IOException {
        failed.add(report);
    }

    @Override
    public void addSuccess(Map<String, Object> report) throws IOException {
        successful.add(report);
    }
}
