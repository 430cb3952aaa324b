package io.adxflow.emulator.command.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.emulator.command.Script;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Entities;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.StoredResult;
import io.adxflow.kql.language.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of stored query results with time, and over a restart. */
class StoredResultsTest {
    private static final Segment ROWS = new Segment(1, new Schema(List.of()), 0, 0, false);

    @TempDir
    Path directory;

    @Test
    void aResultOutlivesARestart() {
        try (Script script = new Script(directory)) {
            script.command(".set stored_query_result Kept <| range a from 1 to 3 step 1");
        }
        try (Script script = new Script(directory)) {
            assertThat(script.command(".show stored_query_results | project Name, RowCount")
                            .rows())
                    .containsExactly(List.of("Kept", 3L));
            script.command(".set T <| stored_query_result('Kept') | summarize sum(a)");
            assertThat(script.command(".show table T details | project TotalRowCount")
                            .rows())
                    .containsExactly(List.of(1L));
        }
    }

    @Test
    void aResultGoesWhenItsTimeIsOver() {
        StoredResult early = result("Early", 10);
        StoredResult late = result("Late", 11);
        Database database = Database.empty("Samples").withEntities(Entities.NONE.withResults(List.of(early, late)));
        assertThat(ResultExpiry.at(9, database)).isSameAs(database);
        assertThat(ResultExpiry.at(10, database).entities().results()).containsExactly(late);
        assertThat(ResultExpiry.at(11, database).entities().results()).isEmpty();
    }

    private static StoredResult result(String name, long expiresOn) {
        return new StoredResult(UUID.randomUUID(), name, "", 0, expiresOn, ROWS);
    }
}
