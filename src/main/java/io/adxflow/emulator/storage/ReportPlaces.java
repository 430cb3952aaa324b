package io.adxflow.emulator.storage;

import java.io.IOException;
import java.util.Map;

/** Where clients look for what became of their uploads: files of this storage, or a storage account. */
interface ReportPlaces {
    /** Changes some members of an entity of the status table; there need not be one. */
    void mergeStatus(EntityKey key, Map<String, Object> changes) throws IOException;

    void addFailure(Map<String, Object> report) throws IOException;

    void addSuccess(Map<String, Object> report) throws IOException;
}
