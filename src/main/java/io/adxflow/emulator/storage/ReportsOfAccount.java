package io.adxflow.emulator.storage;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.account.StorageAccount;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports in a storage account. What cannot be told is logged and not told again: rows that are in the table must not be ingested
 * once more because nobody could be told about them.
 */
record ReportsOfAccount(StorageAccount account) implements ReportPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(ReportsOfAccount.class);

    @Override
    public void mergeStatus(EntityKey key, Map<String, Object> changes) {
        attempt(() -> account.mergeStatus(key.partition(), key.row(), changes));
    }

    @Override
    public void addFailure(Map<String, Object> report) {
        attempt(() -> account.reportFailure(encoded(report)));
    }

    @Override
    public void addSuccess(Map<String, Object> report) {
        attempt(() -> account.reportSuccess(encoded(report)));
    }

    private static String encoded(Map<String, Object> report) {
        return Base64.getEncoder().encodeToString(Json.write(report).getBytes(StandardCharsets.UTF_8));
    }

    private static void attempt(Runnable telling) {
        try {
            telling.run();
        } catch (RemoteException e) {
            LOG.error("what became of an ingestion could not be told", e);
        }
    }
}
