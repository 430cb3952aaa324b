package io.adxflow.emulator.command.result;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.StoredResult;
import java.util.List;

/** Takes away the results whose time is over. */
public final class ResultExpiry {
    private ResultExpiry() {}

    /** The database without what has expired. */
    public static Database at(long now, Database database) {
        List<StoredResult> all = database.entities().results();
        List<StoredResult> kept =
                all.stream().filter(one -> one.expiresOn() > now).toList();
        return kept.size() == all.size()
                ? database
                : database.withEntities(database.entities().withResults(kept));
    }
}
